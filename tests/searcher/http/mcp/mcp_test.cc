#include "searcher/http/mcp/mcp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include <nlohmann/json.hpp>

#include "searcher/http/messages/problem.h"
#include "searcher/http/routes/parameters.h"

namespace dateline::http {
namespace {

using McpJson = nlohmann::json;

class McpTest : public ::testing::Test {
 protected:
  McpJson send(const std::string& message) {
    const auto answer = answer_mcp(
        message,
        [this](const IndexRoute& route, const Target& target, const std::string& id) -> Outcome {
          asked_ = std::string(route.name) + "/" + id;
          for (const search::NamedValue& one : target.parameters) {
            asked_ += " " + one.name + "=" + one.value;
          }
          if (id == "none") return {problem(404, "not-found", "there is none")};
          HttpResponse response;
          response.body = R"({"hits":[]})";
          return {response};
        });
    return answer ? McpJson::parse(*answer) : McpJson();
  }

  McpJson call(const std::string& tool, const std::string& arguments) {
    return send(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":")" + tool +
                R"(","arguments":)" + arguments + "}}");
  }

  std::string asked_;
};

TEST_F(McpTest, TheClientsRevisionIsSpokenIfItIsKnown) {
  const auto revision = [this](const std::string& asked) {
    return send(R"({"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":)" +
                asked + "}}")["result"]["protocolVersion"];
  };
  EXPECT_EQ(revision("\"2024-11-05\""), "2024-11-05");
  EXPECT_EQ(revision("\"2099-01-01\""), "2025-06-18");
  EXPECT_EQ(revision("7"), "2025-06-18");
}

TEST_F(McpTest, EachRouteOfAnIndexIsAToolWithItsParameters) {
  const McpJson tools =
      send(R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})")["result"]["tools"];
  ASSERT_EQ(tools.size(), index_routes().size());
  for (std::size_t at = 0; at < tools.size(); ++at) {
    std::set<std::string> names;
    for (const auto& [name, schema] : tools[at]["inputSchema"]["properties"].items()) {
      names.insert(name);
      EXPECT_FALSE(schema["description"].empty());
    }
    for (const Parameter& one : all_of(index_routes()[at].parameters)) {
      EXPECT_TRUE(names.contains(std::string(one.name))) << one.name;
    }
    EXPECT_FALSE(names.contains("groups")) << "who asks is not the assistant's to say";
  }
}

TEST_F(McpTest, AToolAsksItsRoute) {
  const McpJson result = call(
      "search", R"({"q":"ferry","limit":3,"facet":["person","year"],"count":false})")["result"];
  EXPECT_EQ(asked_, "search/ q=ferry limit=3 facet=person facet=year count=false");
  EXPECT_EQ(result["isError"], false);
  EXPECT_EQ(result["content"][0]["text"], R"({"hits":[]})");
  EXPECT_TRUE(result["structuredContent"]["hits"].is_array());
  call("article", R"({"id":"https://a.example/b"})");
  EXPECT_EQ(asked_, "articles/https://a.example/b");
}

TEST_F(McpTest, WhatIsWrongIsToldToTheAssistant) {
  const McpJson result = call("article", R"({"id":"none"})")["result"];
  EXPECT_EQ(result["isError"], true);
  EXPECT_THAT(result["content"][0]["text"].get<std::string>(), ::testing::HasSubstr("not-found"));
  EXPECT_EQ(call("search", R"({"q":{}})")["error"]["code"], -32602);
  EXPECT_EQ(call("search", R"({"q":[[]]})")["error"]["code"], -32602);
  EXPECT_EQ(call("search", "7")["error"]["code"], -32602);
  EXPECT_EQ(call("remove", "{}")["error"]["code"], -32602);
}

TEST_F(McpTest, WhatIsNoMessageIsAnsweredWithAnError) {
  EXPECT_EQ(send("nonsense")["error"]["code"], -32700);
  EXPECT_EQ(send("")["error"]["code"], -32700);
  EXPECT_EQ(send("\xff\xfe")["error"]["code"], -32700);
  EXPECT_EQ(send(std::string(kMaxMcpMessageBytes + 1, ' '))["error"]["code"], -32700);
  for (const char* message :
       {"[]", "7", "{}", R"({"jsonrpc":"1.0","id":1,"method":"ping"})",
        R"({"method":"ping","id":1})", R"({"jsonrpc":"2.0","id":1,"method":7})",
        R"({"jsonrpc":"2.0","id":{},"method":"ping"})",
        R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})"}) {
    EXPECT_EQ(send(message)["error"]["code"], -32600) << message;
  }
  EXPECT_EQ(send(R"({"jsonrpc":"2.0","id":1,"method":"resources/list"})")["error"]["code"], -32601);
  EXPECT_EQ(send(R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[]})")["error"]["code"],
            -32602);
}

TEST_F(McpTest, ANotificationIsNotAnswered) {
  EXPECT_TRUE(send(R"({"jsonrpc":"2.0","method":"notifications/initialized"})").is_null());
  EXPECT_EQ(send(R"({"jsonrpc":"2.0","id":9,"method":"ping"})")["result"], McpJson::object());
}

}  // namespace
}  // namespace dateline::http
