#include "desk/invention.h"

#include <fmt/format.h>

#include <array>

#include "base/result.h"

namespace confer {
namespace {

using Pool = std::span<const std::string_view>;

constexpr std::string_view english_girls[] = {"Amelia", "Chloe", "Daisy", "Ellie", "Freya", "Grace", "Holly", "Isla", "Jasmine", "Kayleigh", "Lacey", "Lily", "Maisie", "Niamh", "Poppy", "Ruby", "Scarlett", "Tilly", "Willow"};
constexpr std::string_view english_boys[] = {"Alfie", "Archie", "Bailey", "Callum", "Dylan", "Ethan", "Finley", "George", "Harvey", "Jack", "Kian", "Logan", "Mason", "Noah", "Oscar", "Reece", "Riley", "Theo", "Tyler"};
constexpr std::string_view english_surnames[] = {"Arkwright", "Bagshaw", "Birtles", "Crowther", "Dransfield", "Earnshaw", "Fairburn", "Garside", "Hebblethwaite", "Inman", "Jagger", "Kitson", "Lumley", "Micklethwaite", "Norcliffe", "Oldroyd", "Pickersgill", "Rushworth", "Shackleton", "Thackray", "Umpleby", "Varley", "Wigglesworth", "Yardley"};
constexpr std::string_view welsh_girls[] = {"Carys", "Eleri", "Ffion", "Mali", "Nia", "Seren"};
constexpr std::string_view welsh_boys[] = {"Dafydd", "Evan", "Gethin", "Ioan", "Macsen", "Osian"};
constexpr std::string_view welsh_surnames[] = {"Bebb", "Gwilliam", "Llewellyn", "Parry", "Prosser", "Tudor"};
constexpr std::string_view irish_girls[] = {"Aoife", "Bridie", "Caitlin", "Roisin", "Saoirse", "Sinead"};
constexpr std::string_view irish_boys[] = {"Cormac", "Declan", "Eoin", "Fergus", "Patrick", "Ronan"};
constexpr std::string_view irish_surnames[] = {"Brannigan", "Cassidy", "Devlin", "Gallagher", "Kinsella", "McAleer", "O'Dowd", "Tierney"};
constexpr std::string_view pakistani_girls[] = {"Aisha", "Fatima", "Hafsa", "Iqra", "Maryam", "Safa", "Zainab"};
constexpr std::string_view pakistani_boys[] = {"Adeel", "Bilal", "Hamza", "Ibrahim", "Mustafa", "Usman", "Zayn"};
constexpr std::string_view pakistani_surnames[] = {"Akhtar", "Bashir", "Chaudhry", "Hussain", "Iqbal", "Mahmood", "Rafiq", "Siddiqui"};
constexpr std::string_view indian_girls[] = {"Anjali", "Diya", "Jasleen", "Kavya", "Meera", "Simran"};
constexpr std::string_view indian_boys[] = {"Arjun", "Gurdeep", "Harpreet", "Kiran", "Rohan", "Vikram"};
constexpr std::string_view indian_surnames[] = {"Bhogal", "Chauhan", "Dhaliwal", "Joshi", "Nair", "Sandhar"};
constexpr std::string_view polish_girls[] = {"Agnieszka", "Hanna", "Julia", "Lena", "Maja", "Zofia"};
constexpr std::string_view polish_boys[] = {"Antoni", "Filip", "Jakub", "Kacper", "Mateusz", "Szymon"};
constexpr std::string_view polish_surnames[] = {"Baran", "Górecki", "Kowalczyk", "Malinowski", "Pawlak", "Wróbel"};
constexpr std::string_view roma_girls[] = {"Dominika", "Erika", "Kristína", "Vanesa", "Žaneta"};
constexpr std::string_view roma_boys[] = {"Dávid", "Kevin", "Marek", "Patrik", "Tomáš"};
constexpr std::string_view roma_surnames[] = {"Balog", "Čonka", "Horváth", "Kaleja", "Pompa"};
constexpr std::string_view african_girls[] = {"Abena", "Chiamaka", "Efua", "Folasade", "Ngozi", "Tendai"};
constexpr std::string_view african_boys[] = {"Chinedu", "Kofi", "Kwame", "Obinna", "Tunde", "Yaw"};
constexpr std::string_view african_surnames[] = {"Adebayo", "Boateng", "Chikwanha", "Eze", "Mensah", "Okonkwo"};
constexpr std::string_view caribbean_girls[] = {"Alicia", "Keisha", "Renée", "Shanice", "Tianna"};
constexpr std::string_view caribbean_boys[] = {"Andre", "Darnell", "Jermaine", "Malachi", "Tyrell"};
constexpr std::string_view caribbean_surnames[] = {"Baptiste", "Campbell-Reid", "Gayle", "Pinnock", "Walcott"};
constexpr std::string_view eastern_girls[] = {"Dilan", "Hana", "Leila", "Mei", "Nour", "Shirin"};
constexpr std::string_view eastern_boys[] = {"Aram", "Karwan", "Minh", "Omar", "Rebin", "Wei"};
constexpr std::string_view eastern_surnames[] = {"Al-Masri", "Aziz", "Chen", "Hamid", "Karimi", "Nguyen"};

/// Several lines for the commoner origins: each line is as likely as any other.
const std::array<NameStock, 16> stocks = {{
    {english_girls, english_boys, english_surnames},       {english_girls, english_boys, english_surnames},
    {english_girls, english_boys, english_surnames},       {english_girls, english_boys, english_surnames},
    {english_girls, english_boys, english_surnames},       {english_girls, english_boys, english_surnames},
    {english_girls, english_boys, irish_surnames},         {welsh_girls, welsh_boys, welsh_surnames},
    {irish_girls, irish_boys, irish_surnames},             {pakistani_girls, pakistani_boys, pakistani_surnames},
    {pakistani_girls, pakistani_boys, pakistani_surnames}, {indian_girls, indian_boys, indian_surnames},
    {polish_girls, polish_boys, polish_surnames},          {roma_girls, roma_boys, roma_surnames},
    {african_girls, african_boys, african_surnames},       {eastern_girls, eastern_boys, eastern_surnames},
}};
const NameStock caribbean = {caribbean_girls, caribbean_boys, caribbean_surnames};

constexpr std::string_view street_firsts[] = {"Alder", "Beckside", "Bramble", "Clough", "Cooper's", "Dyehouse", "Fellmonger", "Gorse", "Hazel", "Ironstone", "Kiln", "Lapwing", "Marl", "Nettle", "Orchard", "Quarry", "Rowan", "Sorrel", "Tanyard", "Weaver's"};
constexpr std::string_view street_lasts[] = {"Avenue", "Bank", "Close", "Court", "Crescent", "Drive", "Fold", "Grove", "Lane", "Rise", "Road", "Terrace", "View", "Way"};
constexpr std::string_view school_firsts[] = {"Alder Lane", "Beacon Hill", "Canal Street", "Five Elms", "Holly Bank", "Ivanbrook", "Larkspur", "Millrace", "Oakfold", "St Etheldreda's", "Tanyard", "Wheatcroft"};
constexpr std::string_view school_lasts[] = {"Primary School", "Junior School", "Academy", "Infant School", "Nursery"};
constexpr std::string_view health_firsts[] = {"Beckside", "Clough Road", "Dyehouse", "Fernside", "Marl Street", "Rowan"};

constexpr std::string_view concerns[] = {
    "Neighbours have rung three times about shouting at night; {} was found on the step in the cold.",
    "{} has been in school without food or a coat and says that nobody was in when it was time to go home.",
    "The midwife and the school both report bruises to {} for which three different reasons were given.",
    "Police were called to an argument with {} in the room; a door was broken and a knife was on the table.",
    "Both parents were found asleep and could not be woken in the afternoon, with {} alone downstairs.",
    "{} told a teacher what happens when the adults at home have been drinking.",
    "{} has missed four hospital appointments and the wound has become infected.",
    "An adult who may not be alone with children has been staying in the home with {}.",
};
constexpr std::string_view enquiry_reasons[] = {
    "What was reported about {} is borne out, and significant harm is likely without a plan.",
    "The parents accept part of what was reported. All agencies think that it goes on when nobody visits, and that {} suffers by it.",
    "What was found does not fit what the family says. All agencies think that {} is not safe.",
    "What was offered before has not been taken up, and things have become worse for {} since spring.",
};
constexpr std::string_view no_conference_reasons[] = {
    "The injury is explained and fits. The family asked for help themselves and {} is safe at home.",
    "The concern was about another household. {} is well looked after and all agencies agree.",
    "The adult has left the home for good and the parent acts to protect {}. A child in need assessment goes on.",
};
constexpr std::string_view school_worries[] = {
    "{} has been late on two days of three this term and falls asleep in the afternoon.",
    "{} hoards food from the dining hall and has lost weight since the summer.",
    "Attendance was 96 per cent last year and is 79 per cent now; {} gives no reason.",
    "{} flinches when a voice is raised and asks who will be at home.",
    "Nobody has come to the last three meetings about {}, and the telephone numbers no longer work.",
};
constexpr std::string_view health_worries[] = {
    "{} has not been brought to two of the last three appointments.",
    "The home was cold at both visits, and there was no bedding in the room where {} sleeps.",
    "Growth has fallen by one centile line since the last measurement of {}.",
    "I saw the parent comfort {} warmly, and then leave for an hour without saying where to.",
    "Dental decay of {} has gone untreated for seven months although treatment was offered.",
};
constexpr std::string_view police_worries[] = {
    "There were four calls to the address in the last year. {} was present at three of them.",
    "One adult in the household has a caution for assault; the other withdrew a statement.",
    "{} was reported missing twice and was found both times at an address that we know.",
    "Nobody has been charged after the last incident. {} was spoken to and said little.",
};
constexpr std::string_view home_worries[] = {
    "{} does the shopping, and knows which days there will be money.",
    "The parent says that the arguments stopped in spring; {} says that they have not.",
    "At an unannounced visit there were strangers in the home, and {} did not know their names.",
    "Promised changes last for about two weeks, each time. {} says: 'It always goes back.'",
    "Both parents were open about their drinking, and underestimate what {} sees of it.",
};
constexpr std::string_view small_worries[] = {
    "{} was in the pushchair at two in the afternoon, wet and hungry, with nobody awake.",
    "{} has bruises on the upper arm for which two different reasons were given.",
    "{} was in the room when a door was kicked in, and screamed until the police carried the cot out.",
    "There is no stair gate and no fireguard; {} has been to the walk-in centre three times since spring.",
    "{} is left with whoever is in. At two visits that was a boy of nine.",
};
constexpr std::string_view unborn_worries[] = {
    "Four of six antenatal appointments were missed, and nothing has been made ready for {}.",
    "The mother is using again and says that it cannot hurt {}.",
    "Older children of one parent live elsewhere after harm. What was agreed then has not been done, and {} is due soon.",
    "The father of {} is not to be alone with children, and moved back in last month.",
};
constexpr std::string_view strengths[] = {
    "The grandmother of {} has the children every weekend and will go on doing so.",
    "The parent rang us before anyone else did, and has kept every appointment about {} since.",
    "There is one neighbour whom the family trusts with {}, and she is glad to help.",
    "The adults agree for the first time on what has to be different for {}.",
    "There is food in the home at every visit, and a bed and clean clothes for {}.",
};
constexpr std::string_view child_views[] = {
    "{} says: 'I like it when it's quiet.'",
    "{} wants to stay at home, and wants somebody to make Dad get help.",
    "{} drew the house with everybody outside it.",
    "{} says that it is all right, and asked twice whether we would come again.",
    "{} would like to see the dog, and to have a door that shuts.",
};
constexpr std::string_view changes[] = {
    "{} lives in a home where nobody is frightened.",
    "There is always a sober adult with {}, and everyone knows who it is.",
    "{} is brought to every appointment, grows as expected and is not in pain.",
    "{} is never left alone with the adult named, and the parents can say why.",
};
constexpr std::string_view contingencies[] = {
    "If this has not changed by the review, or {} is hurt, we seek legal advice the same day.",
    "If {} cannot stay safely at home for a night, the grandparents take the children and the social worker is told at once.",
    "If visits are refused twice, the team manager calls everyone together about {} that week.",
};
constexpr std::string_view actions[] = {
    "Visits {} at home and sees the bedroom, alone for part of the time",
    "Takes {} to every appointment, and tells the social worker beforehand if one cannot be kept",
    "Goes to the alcohol service every week and lets them tell us",
    "Tells the social worker the same day when something about {} is not as agreed",
    "Speaks to the landlord about heating and the broken door",
    "Gives the parents the parenting course's dates and a place on it",
};
constexpr std::string_view successes[] = {
    "No appointment missed for a month", "The service confirms attendance", "No call to the address",
    "Two unannounced visits find it so", "Everyone at the core group sees it",
};
constexpr std::string_view decision_reasons[] = {
    "All agencies think that significant harm to {} is likely: it has happened before, and what was agreed then did not hold.",
    "The adults do not yet agree on what has to change. A plan is needed so that {} is safe at home.",
    "What is worrying for {} is not one event but how long it has gone on. The parents agree that something has to change.",
};
constexpr std::string_view help_reasons[] = {
    "{} needs help, and the parents ask for it. Significant harm is no longer likely while they go on as in the last weeks.",
    "What was feared did not happen, and {} is safe with the grandparents. The family agrees to support.",
};
constexpr std::string_view core_groups[] = {
    "Most actions are under way. {} has settled a little; the course has a waiting list.",
    "Two appointments were kept and one was missed. What was agreed for {} is half done.",
    "The parents came and spoke for themselves. It has been a better month for {}.",
    "Nobody from the family came. The visit to {} is brought forward.",
};
constexpr std::string_view review_continues[] = {
    "Things are better for {}, and not yet for long enough.",
    "Half of the plan has been carried out; the part that keeps {} safe at night has not.",
};
constexpr std::string_view review_ends[] = {
    "What had to change has changed, and has held. {} is no longer likely to suffer significant harm.",
    "{} has lived safely with relatives for months, and all agencies agree that it will go on.",
};

Pool words_about(Phrase about) {
  switch (about) {
    case Phrase::concern: return concerns;
    case Phrase::enquiry_reason: return enquiry_reasons;
    case Phrase::no_conference_reason: return no_conference_reasons;
    case Phrase::school_worry: return school_worries;
    case Phrase::health_worry: return health_worries;
    case Phrase::police_worry: return police_worries;
    case Phrase::home_worry: return home_worries;
    case Phrase::small_worry: return small_worries;
    case Phrase::unborn_worry: return unborn_worries;
    case Phrase::strength: return strengths;
    case Phrase::child_view: return child_views;
    case Phrase::change: return changes;
    case Phrase::contingency: return contingencies;
    case Phrase::action: return actions;
    case Phrase::success: return successes;
    case Phrase::decision_reason: return decision_reasons;
    case Phrase::help_reason: return help_reasons;
    case Phrase::core_group: return core_groups;
    case Phrase::review_continues: return review_continues;
    case Phrase::review_ends: return review_ends;
  }
  mistake("every phrase has its words", __FILE__, __LINE__);
}

/// "the baby" at the start of a sentence.
void capitalise_starts(std::string& text) {
  constexpr std::string_view ends = ".?!:'";
  for (std::size_t at = text.find("the baby"); at != std::string::npos; at = text.find("the baby", at + 1))
    if (at == 0 || (at > 1 && text[at - 1] == ' ' && ends.find(text[at - 2]) != std::string_view::npos)) text[at] = 'T';
}

/// Two seeds that differ little are made to differ much.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t number) {
  std::uint64_t x = seed * 0x9e3779b97f4a7c15ULL + number;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  return x ^ (x >> 31);
}

}  // namespace

Invention::Invention(std::uint64_t seed, std::uint64_t number) : engine_(mixed(seed, number)) {}

int Invention::between(int least, int most) {
  CONFER_ASSERT(least <= most);
  return least + static_cast<int>(engine_() % static_cast<std::uint64_t>(most - least + 1));   // not std's distributions: they differ between libraries
}

std::string Invention::id() {
  constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789";
  constexpr std::size_t length = 20;
  std::string out;
  for (std::uint64_t bits = 0; out.size() < length; bits >>= 5) {
    if (out.size() % 10 == 0) bits = engine_();
    out.push_back(letters[bits % letters.size()]);
  }
  return out;
}

const NameStock& draw_stock(Invention& draw) { return draw.in_hundred(3) ? caribbean : draw.pick(std::span<const NameStock>(stocks)); }

std::string draw_full_name(Invention& draw) {
  const NameStock& stock = draw_stock(draw);
  const auto first = draw.pick(draw.in_hundred(60) ? stock.girls : stock.boys);
  return fmt::format("{} {}", first, draw.pick(stock.surnames));
}

std::string draw_address(Invention& draw) {
  return fmt::format("{} {} {}, Rotherham", draw.between(1, 140), draw.pick(Pool(street_firsts)), draw.pick(Pool(street_lasts)));
}

std::string draw_workplace(Invention& draw, std::string_view role) {
  if (role == "school_safeguarding_lead") return fmt::format("{} {}", draw.pick(Pool(school_firsts)), draw.pick(Pool(school_lasts)));
  if (role == "health_visitor") return fmt::format("{} Health Centre", draw.pick(Pool(health_firsts)));
  if (role == "general_practitioner") return fmt::format("{} Surgery", draw.pick(Pool(health_firsts)));
  if (role == "refuge_worker") return "Women’s refuge service";
  if (role == "midwife") return "Community midwifery";
  if (role == "police_officer") return "Child abuse investigation unit";
  if (role == "social_worker" || role == "team_manager") return fmt::format("Locality team {}", draw.in_hundred(50) ? "North" : "South");
  return "Safeguarding Unit";
}

std::string draw_phrase(Invention& draw, Phrase about, std::string_view child) {
  std::string out(draw.pick(words_about(about)));
  for (std::size_t at = out.find("{}"); at != std::string::npos; at = out.find("{}", at + child.size())) out.replace(at, 2, child);
  capitalise_starts(out);
  return out;
}

Phrase fit_for_small(Phrase about) noexcept {
  const bool speaks = about == Phrase::concern || about == Phrase::police_worry || about == Phrase::home_worry;
  return speaks ? Phrase::small_worry : about;
}

Phrase fit_for_unborn(Phrase about) noexcept {
  const bool born = fit_for_small(about) != about || about == Phrase::health_worry;
  return born ? Phrase::unborn_worry : about;
}

}  // namespace confer
