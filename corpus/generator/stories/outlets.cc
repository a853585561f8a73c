#include "corpus/generator/stories/outlets.h"

#include <array>

namespace dateline::corpus {
namespace {

constexpr auto kModern = Template::kModern;
constexpr auto kBroadsheet = Template::kBroadsheet;
constexpr auto kWire = Template::kWire;
constexpr auto kTable = Template::kTable;
constexpr auto kMobile = Template::kMobile;

// As many as no block of the layout has slots (layout.h): within a block every article has another
// outlet, so copies of a story never meet their original in one paper.
constexpr auto kOutlets = std::to_array<Outlet>({
    {"The Tamsin Courier", "www.tamsincourier.example", 0, kModern, true},
    {"Harbour Evening News", "www.harbourevening.example", -300, kModern, true},
    {"Ostrel Gazette", "ostrelgazette.example", 60, kBroadsheet, true},
    {"Northmarch Ledger", "www.northmarchledger.example", -360, kBroadsheet, true},
    {"Meridian Press Service", "wire.meridianpress.example", 0, kWire, true},
    {"The Old Quay Record", "www.oldquayrecord.example", 0, kTable, false},
    {"Pocket Bulletin", "m.pocketbulletin.example", 120, kMobile, true},
    {"Calder Valley Times", "www.caldervalley.example", 0, kModern, true},
    {"La Voz de Brava", "www.vozdebrava.example", -180, kBroadsheet, true},
    {"Daily Standard & Post", "www.standardandpost.example", 330, kModern, true},
    {"Eastern Despatch", "www.easterndespatch.example", 540, kBroadsheet, true},
    {"Continental Wire", "www.continentalwire.example", 60, kWire, true},
    {"Skerry Weekly", "skerryweekly.example", -60, kTable, false},
    {"Morning Signal", "www.morningsignal.example", -480, kMobile, true},
    {"The Lantern", "www.thelantern.example", 600, kModern, true},
    {"Frontier Observer", "www.frontierobserver.example", 210, kBroadsheet, true},
    {"Trade Winds Report", "www.tradewinds.example", -240, kModern, true},
    {"Plainsman", "www.plainsman.example", -420, kTable, false},
    {"City & County Mercury", "www.citycountymercury.example", 0, kModern, true},
    {"Highland Monitor", "www.highlandmonitor.example", 60, kMobile, true},
    {"Southern Cross Herald", "www.southerncrossherald.example", 720, kBroadsheet, true},
    {"Delta Tribune", "www.deltatribune.example", 180, kModern, true},
    {"Archipelago News Agency", "www.archipelagonews.example", 480, kWire, true},
    {"The Weekend Argus-Echo", "www.argusecho.example", 120, kBroadsheet, true},
});

constexpr auto kSectionWheel = std::to_array<std::string_view>(
    {"World", "Politics", "Business", "World", "Sport", "Science", "Politics", "World", "Culture",
     "Business", "Health", "Politics", "World", "Sport", "Opinion", "Business"});

constexpr auto kAgencies = std::to_array<std::string_view>({"AP", "Reuters", "AFP", "dpa"});

}  // namespace

std::span<const Outlet> outlets() { return kOutlets; }
std::span<const std::string_view> section_wheel() { return kSectionWheel; }
std::span<const std::string_view> agencies() { return kAgencies; }

}  // namespace dateline::corpus
