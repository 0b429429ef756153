"""256 short, plain words that are hard to mistake for each other on the phone."""

WORDS: tuple[str, ...] = tuple(
    """
    acorn amber anchor apple april arch arrow aspen autumn bacon badge baker balloon bamboo banjo barley
    basil basket beach beacon bean bear beech bell berry birch biscuit blanket blossom blue boat bottle
    branch bread breeze brick bridge brook brush bucket butter button cabin cactus camel candle canvas
    carpet carrot castle cedar celery chalk cherry chess chestnut cider circle clay clock cloud clover
    coast cobble cocoa comet compass copper coral corner cotton cousin cradle crane cream cricket crocus
    crown cupboard curtain daisy dance dawn desk diamond dolphin donkey door dove dragon drum duck dune
    eagle earth easel echo elbow elder ember emerald engine falcon farm feather fern ferry fiddle field
    finch flame flask flour flute forest fountain fox friday garden garlic garnet gate ginger glass
    glove goat gold goose grape grass gravel green guitar hammer hamper harbour harp hazel heather hedge
    hen heron hill honey hoop horse house island ivory ivy jacket jam january jasmine jelly jewel jigsaw
    juniper kettle kingdom kite kitten ladder lake lamp lantern larch lark laurel lavender leaf lemon
    library lily linen lion lizard lobster locket lupin magnet maple marble march market meadow melon
    milk mill minnow mint mirror monday moon moss moth mountain museum mustard nectar needle nest nettle
    night north nutmeg oak oasis oats ocean olive onion orange orchard otter owl oyster paddle paint
    palace panda paper parsley path peach pear pebble pencil penny pepper piano picnic pigeon pillow
    pine planet plum pocket poem pond pony poppy potato pottery puddle pumpkin purple puzzle quartz
    quilt rabbit radio rain raven river robin
    """.split()  # noqa: SIM905
)
