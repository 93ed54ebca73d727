// What a conference's page says, by whom it speaks to. A child is not spoken to as a parent is, nor a practitioner as either.
#include "page/home/family.h"

namespace confer {
namespace {

constexpr ConferenceWords to_parent = {
    "Your family and the people who work with you will talk about what worries them, what is going well, and what would help.",
    "You can bring somebody with you. You can say what you think, and ask for a break at any time.",
    "What will be asked of you",
    "The chair meets you first, explains what happens and answers your questions. Everyone hears what you think. The practitioners then say whether they think a plan is needed; you can say whether you agree, but you do not have to decide.",
    "You do not have to agree. You can say what is wrong in this report, line by line. What you write stays with the line.",
    "No report has been shared with you yet. You should have them in good time before the conference. If you do not, tell the social worker or the chair.",
    "If you do not agree afterwards",
    "You can appeal. The decision stands while your appeal is looked at. Ask the chair how.",
};

constexpr ConferenceWords to_child = {
    "People who know you talk about what is good for you and what worries them. They want to know what you think.",
    "You choose if you come, and for how long. You can ask somebody to come with you, or to speak for you.",
    "What happens there",
    "You can meet the chair first and ask anything. You can say what you think, or write it, or draw it. Nobody makes you speak. If it gets too much you can take a break or go.",
    "You do not have to agree. If a line is wrong you can say so.",
    "",
    "If you do not like what is decided",
    "Tell your social worker, your advocate or the chair. It is right to say so, and they tell you what you can do.",
};

constexpr ConferenceWords to_practitioner = {
    "The family and those who work with the children talk about what worries them, what is going well and what has to happen.",
    "",
    "What is asked of you",
    "Write a report on each child whom you know, and go through it with the family beforehand. Come ready to say whether you think that the child is likely to suffer significant harm, and why. Tell the chair beforehand of anything that cannot be said in front of the family.",
    "What somebody of the family says is wrong stands beneath its line.",
    "There is no report here yet that you may read.",
    "If you do not agree with the decision",
    "Say so at the conference. Your name and your reasons stand in its record.",
};

}  // namespace

const ConferenceWords& words_for(std::string_view standing) noexcept {
  if (standing == "child") return to_child;
  return standing == "practitioner" ? to_practitioner : to_parent;
}

}  // namespace confer
