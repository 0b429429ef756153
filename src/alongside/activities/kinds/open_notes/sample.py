"""Believable notes: 30 things homecare workers want others to know about caring for someone who is dying."""

from alongside.activities.api import Sample

_NOTES = (
    "After a death we go straight to the next call. There is no time to breathe.",
    "Nobody told me what the last days look like. I learned it from a client.",
    "Families ask me things I am not allowed to answer.",
    "The district nurse listened to me. That changed everything.",
    "I want to practise talking, not just read about it.",
    "Short films would help. I can watch them in the car between calls.",
    "When it is somebody you have cared for every day, you grieve too.",
    "Tell us who to ring at two in the morning.",
    "My manager checked on me the week after. It meant a lot.",
    "Training is always about medicines, never about feelings.",
    "We need to know what the hospice can do for us.",
    "English is my third language. Pictures help me.",
    "I was afraid of doing something wrong.",
    "Talk about different faiths. I did not know what the family wished.",
    "Pay us for the training time.",
    "Double-up calls near the end. Not one of us alone.",
    "The son was angry with me. It was not about me, but nobody said so.",
    "A card with the signs of dying, to keep in my bag.",
    "New starters should not be sent to a dying person in week one.",
    "I would like to meet others who do this work. It is lonely.",
    "Some of us hear on the phone that a client died, by accident.",
    "Let us go to the funeral if the family would like it.",
    "It is the best part of my work. Say that too.",
    "How to wash someone who is in pain.",
    "What to do when the family disagrees with the plan.",
    "Rotas change all the time. Evening sessions are best for me.",
    "I read slowly. Send the pack early, please.",
    "Nobody thanked the care workers at the meeting.",
    "Say the word dying. We use too many other words.",
    "Let experienced workers teach the new ones.",
)

SAMPLE = Sample(
    question="What should every new homecare worker know about the last weeks of life?",
    hint="Write as many notes as you like. One thought on each.",
    setup={"letters": 280},
    answers=[{"note": note} for note in _NOTES],
)
