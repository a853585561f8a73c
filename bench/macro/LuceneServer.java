// A Lucene server of a few lines on the JDK's own HTTP server, for scripts/bench-service to set beside ours.
//
//   java LuceneServer index ARTICLES.tsv DIR     articles as id, date, headline, body between tabs
//   java LuceneServer serve DIR PORT THREADS     answers GET /search?q=… with the ten best, as JSON; prints "ready"
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.MMapDirectory;

public class LuceneServer {
  private static final int HITS = 10;

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("index")) {
      index(Path.of(arguments[1]), Path.of(arguments[2]));
    } else {
      serve(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    }
  }

  private static void index(Path articles, Path directory) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
    try (IndexWriter writer = new IndexWriter(new MMapDirectory(directory), config);
        BufferedReader lines = Files.newBufferedReader(articles)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", 4);
        Document article = new Document();
        article.add(new StringField("id", columns[0], Field.Store.YES));
        article.add(new StringField("published", columns[1], Field.Store.YES));
        article.add(new TextField("headline", columns[2], Field.Store.YES));
        article.add(new TextField("body", columns[3], Field.Store.YES));
        writer.addDocument(article);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private static void serve(Path directory, int port, int threads) throws Exception {
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(directory)));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(Executors.newFixedThreadPool(threads));
    server.createContext("/search", exchange -> answer(exchange, searcher));
    server.start();
    System.out.println("ready");
  }

  private static void answer(HttpExchange exchange, IndexSearcher searcher) {
    try (exchange) {
      String text = URLDecoder.decode(exchange.getRequestURI().getRawQuery().substring(2), StandardCharsets.UTF_8);
      byte[] body = found(searcher, text).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (Exception error) {
      throw new IllegalStateException(error);
    }
  }

  private static String found(IndexSearcher searcher, String text) throws Exception {
    MultiFieldQueryParser parser = new MultiFieldQueryParser(new String[] {"headline", "body"}, new EnglishAnalyzer());
    parser.setDefaultOperator(QueryParser.Operator.AND);
    TopDocs top = searcher.search(parser.parse(text), HITS);
    StringBuilder out = new StringBuilder("{\"total\": " + top.totalHits.value + ", \"hits\": [");
    for (ScoreDoc hit : top.scoreDocs) {
      Document article = searcher.doc(hit.doc);
      out.append(out.charAt(out.length() - 1) == '[' ? "" : ", ");
      out.append("{\"id\": ").append(quoted(article.get("id"))).append(", \"score\": ").append(hit.score);
      out.append(", \"headline\": ").append(quoted(article.get("headline")));
      out.append(", \"published\": ").append(quoted(article.get("published"))).append('}');
    }
    return out.append("]}").toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
