"""Draws questionnaire.png: the first question of the questionnaire as it looks in a browser.

The words are those of data/codebook.yaml; there are no answers in it. Needs Pillow and the Debian
package fonts-inter. Run it in this folder: python3 make-questionnaire.py
"""

from PIL import Image, ImageDraw, ImageFont

FONTS = "/usr/share/fonts/opentype/inter/Inter-"
NIGHT, INK, MUTED = "#0A2740", "#17212B", "#55616D"
PAPER, SOFT, RULE, EMBER = "#FFFFFF", "#EBF0F3", "#C9D1D8", "#F46A25"
WIDTH, HEIGHT = 1260, 580  # more than 200 dots an inch over a column of 405 points
FINER = 3  # drawn so many times as large, for smooth edges

QUESTION = "Met welke vormen van agressie kreeg u als ambtsdrager in de afgelopen periode te maken?"
ANSWERS = [
    "Verbale agressie",
    "Bedreiging of intimidatie",
    "Discriminatie",
    "Fysieke agressie",
    "Seksuele intimidatie",
    "Nee, geen van bovenstaande",
]


class Screen:
    """A picture in points of its final size."""

    def __init__(self):
        self.picture = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), PAPER)
        self.draw = ImageDraw.Draw(self.picture)

    def box(self, left, top, right, bottom, radius, fill, outline=None):
        place = [side * FINER for side in (left, top, right, bottom)]
        self.draw.rounded_rectangle(place, radius * FINER, fill, outline, 3 * FINER)

    def text(self, x, y, words, weight, size, fill, anchor="ls"):
        face = ImageFont.truetype(f"{FONTS}{weight}.otf", size * FINER)
        self.draw.text((x * FINER, y * FINER), words, fill, face, anchor)

    def lines(self, x, y, words, weight, size, fill, width):
        face = ImageFont.truetype(f"{FONTS}{weight}.otf", size * FINER)
        line = ""
        for word in words.split() + [None]:
            longer = f"{line} {word}".strip()
            if word and self.draw.textlength(longer, font=face) <= width * FINER:
                line = longer
                continue
            self.text(x, y, line, weight, size, fill)
            line, y = word, y + size * 1.35
        return y

    def save(self, name):
        small = self.picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.quantize(96, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(name, optimize=True)


def main():
    screen = Screen()
    screen.box(2, 2, WIDTH - 2, HEIGHT - 2, 20, NIGHT)
    screen.box(6, 56, WIDTH - 6, HEIGHT - 6, 16, PAPER)
    screen.box(6, 56, WIDTH - 6, 90, 0, PAPER)
    for index in range(3):
        x = 34 + index * 30
        screen.box(x, 22, x + 16, 38, 8, [EMBER, RULE, RULE][index])
    left, right = 70, WIDTH - 70
    screen.text(left, 118, "Weerbaar bestuur", "SemiBold", 26, NIGHT)
    # How far the questionnaire is: a bar without a number.
    screen.box(right - 300, 102, right, 112, 5, SOFT)
    screen.box(right - 300, 102, right - 270, 112, 5, EMBER)
    y = screen.lines(left, 178, QUESTION, "SemiBold", 32, INK, right - left)
    screen.text(left, y + 2, "Meer antwoorden mogelijk.", "Regular", 27, MUTED)
    top = y + 26
    width = (right - left - 20) / 2
    for index, answer in enumerate(ANSWERS):
        x, y = left + (index // 3) * (width + 20), top + (index % 3) * 68
        screen.box(x, y, x + width, y + 58, 12, SOFT)
        screen.box(x + 20, y + 15, x + 48, y + 43, 6, PAPER, MUTED)
        screen.text(x + 68, y + 30, answer, "Medium", 28, INK, "lm")
    screen.box(right - 190, HEIGHT - 78, right, HEIGHT - 24, 27, NIGHT)
    screen.text(right - 95, HEIGHT - 51, "Verder", "SemiBold", 27, PAPER, "mm")
    screen.save("questionnaire.png")


main()
