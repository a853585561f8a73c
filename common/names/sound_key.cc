#include "common/names/sound_key.h"

#include <algorithm>
#include <array>

namespace dateline::names {
namespace {

struct Sound {
  std::string_view letters;
  char sound;
};

// Longest first: the first that fits is taken. A space stands for no sound.
constexpr std::array kClusters = std::to_array<Sound>({
    {"tsch", 'S'}, {"sch", 'S'}, {"tch", 'S'}, {"dzh", 'S'}, {"sh", 'S'}, {"ch", 'S'}, {"zh", 'S'},
    {"dj", 'S'},   {"ts", 'S'},  {"tz", 'S'},  {"dz", 'S'},  {"cz", 'S'}, {"sz", 'S'}, {"kh", 'K'},
    {"gh", 'K'},   {"ck", 'K'},  {"qu", 'K'},  {"ph", 'F'},  {"th", 'T'}, {"dh", 'T'},
});

//                                  abcdefghijklmnopqrstuvwxyz
constexpr std::string_view kSingle = " PKT FK  SKLMN PKRST FFS S";

Sound first_sound(std::string_view letters) {
  // Christ and Chloe, Khrushchev as Chruschtschow.
  if (letters.starts_with("chr") || letters.starts_with("chl")) return {letters.substr(0, 2), 'K'};
  for (const Sound& cluster : kClusters) {
    if (letters.starts_with(cluster.letters)) return cluster;
  }
  const bool soft = letters.size() > 1 && letters[0] == 'c' &&
                    std::string_view("eiy").find(letters[1]) != std::string_view::npos;
  const char sound = kSingle[static_cast<std::size_t>(letters[0] - 'a')];
  return {letters.substr(0, 1), soft ? 'S' : sound};
}

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at < most && a[at] == b[at]) ++at;
  return at;
}

}  // namespace

std::string sound_key(std::string_view letters) {
  std::string key;
  char previous = ' ';
  while (!letters.empty() && key.size() < kMaxSounds) {
    const Sound sound = first_sound(letters);
    // Doubling is spelling; with a vowel between, there are two.
    if (sound.sound != ' ' && sound.sound != previous) key += sound.sound;
    previous = sound.sound;
    letters.remove_prefix(sound.letters.size());
  }
  return key;
}

bool keys_are_near(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const std::size_t at = shared_prefix(a, b);
  if (at == b.size()) return true;
  const std::string_view rest = b.substr(at + 1);
  return a.size() == b.size() ? a.substr(at + 1) == rest : a.substr(at) == rest;
}

std::vector<std::string> near_keys(std::string_view key) {
  std::vector<std::string> out{std::string(key)};
  for (std::size_t at = 0; at <= key.size(); ++at) {
    const std::string before(key.substr(0, at));
    for (const char sound : kSoundClasses) {
      out.push_back(before + sound + std::string(key.substr(at)));
      if (at < key.size()) out.push_back(before + sound + std::string(key.substr(at + 1)));
    }
    if (at < key.size()) out.push_back(before + std::string(key.substr(at + 1)));
  }
  std::sort(out.begin() + 1, out.end());
  out.erase(std::unique(out.begin() + 1, out.end()), out.end());
  out.erase(std::remove(out.begin() + 1, out.end(), std::string(key)), out.end());
  return out;
}

}  // namespace dateline::names
