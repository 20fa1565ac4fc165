"""Lines as pens write them (see strokes.py): each line by another writer, who makes a letter mostly the same way."""

import torch
from torch.nn import functional

from free_ways import FREE_WAYS
from line_damage import HEIGHT_PX
from strokes import PenLetters, draw_pens

# Letters are drawn in pictures as wide as this before they are set in a line.
LETTER_PX = 40
MARGIN_PX = 8
WIDTH_STEP_PX = 16
# So many writers use capitals alone, the others write as the text stands.
CAPITALS_SHARE = 0.65
# So many texts become an address of mail made of their words, under the domains that most Italians have one of.
MAIL_SHARE = 0.06
MAIL_DOMAINS = (
    *("libero.it", "gmail.com", "alice.it", "tiscali.it", "virgilio.it", "hotmail.it", "hotmail.com", "outlook.it", "yahoo.it"),
    *("icloud.com", "tim.it", "fastwebnet.it", "pec.it", "legalmail.it", "arubapec.it", "postecert.it"),
)
# How high capitals are in lines of nothing else, and how high a line is at most; see ocr/read/engines/line-network/input.ts.
CAPITAL_PX = (18, 28)
HIGHEST_PX = 28
# What reaches above and below capitals, in shares of their height.
HEAD_OF_ACCENT = -0.3
HEAD_OF_SMALL = 0.4
FOOT_OF_TAIL = 1.3
# From letter to letter: usual writing, letters that touch, and capitals set far apart as if in cells.
GAPS_PX = ((1, 10), (1, 10), (-2, 3), (8, 30))
# Of the lines so many run words together, begin words with a taller capital, rise or fall, and lose ink where the pen hardly touched.
JOINED_SHARE = 0.1
TALL_BEGINNINGS_SHARE = 0.15
WANDERING_SHARE = 0.4
PRESSED_LIGHTLY_SHARE = 0.25


class PenLines:
    def __init__(self) -> None:
        self.letters = PenLetters(FREE_WAYS)
        self.ways: dict[str, list[int]] = {character: [] for character in FREE_WAYS}
        for at, character in enumerate(self.letters.characters):
            self.ways[character].append(at)

    def can_write(self, text: str) -> bool:
        return any(character != " " for character in text) and all(character == " " or character in self.ways for character in text)

    def written(self, text: str) -> str:
        """The text as some writer writes it."""
        if chance(MAIL_SHARE):
            return mail_of(text)
        return text.upper() if chance(CAPITALS_SHARE) else text

    def draw(self, texts: list[str]) -> torch.Tensor:
        """Count x 1 x 32 x the widest of them, 0 paper and 1 ink. All of each text must be writable."""
        words = [[character for character in text if character != " "] for text in texts]
        owners = torch.tensor([line for line, own in enumerate(words) for _ in own])
        pens = {name: values[owners] for name, values in draw_pens(len(texts)).items()}
        sizes = [self.size_of(own) for own in words]
        capital_px, head_px = (torch.tensor(values)[owners] for values in zip(*sizes))
        uneven = (1 + 0.05 * torch.randn(len(owners))) * torch.tensor([tall for text in texts for tall in beginnings(text)])
        foot_px = head_px + capital_px
        capital_px = capital_px * uneven
        glyphs = self.letters.draw_at(self.ways_of(words), pens, capital_px, foot_px - capital_px, (HEIGHT_PX, LETTER_PX))[:, 0]
        return pressed(self.set_lines(texts, glyphs))

    def size_of(self, characters: list[str]) -> tuple[float, float]:
        """How high capitals of this line are and how far from the top they begin, in pixels."""
        head = min(HEAD_OF_ACCENT if c in "ÀÈÉÌÒÙ" else HEAD_OF_SMALL if c in "acemnorsuvwxz.,-_" else 0 for c in characters)
        foot = max(FOOT_OF_TAIL if c in "gjpqy" else 1 for c in characters)
        high = max(0.3, foot - head)
        capital = min(HIGHEST_PX / high, uniform(*CAPITAL_PX) * high**-0.5)
        return capital, (HEIGHT_PX - capital * (head + foot)) / 2 + uniform(-2, 2)

    def ways_of(self, words: list[list[str]]) -> torch.Tensor:
        chosen = []
        for own in words:
            usual = {character: int(torch.randint(len(self.ways[character]), ())) for character in set(own)}
            for character in own:
                ways = self.ways[character]
                chosen.append(ways[usual[character] if chance(0.8) else int(torch.randint(len(ways), ()))])
        return torch.tensor(chosen)

    def set_lines(self, texts: list[str], glyphs: torch.Tensor) -> torch.Tensor:
        inked = glyphs.amax(1) > 0.1
        first = inked.float().argmax(1).tolist()
        end = (LETTER_PX - inked.flip(1).float().argmax(1)).tolist()
        places: list[list[tuple[int, int]]] = []
        at = 0
        widths = []
        for text in texts:
            gap = uniform(*one_of(GAPS_PX))
            blank = max(gap, 0) * uniform(1.2, 2) + (uniform(2, 8) if chance(JOINED_SHARE) else uniform(8, 20))
            x = float(MARGIN_PX)
            own = []
            for character in text:
                if character == " ":
                    x += blank
                    continue
                own.append((at, max(0, round(x))))
                x += end[at] - first[at] + gap * uniform(0.5, 1.5)
                at += 1
            places.append(own)
            widths.append(x + MARGIN_PX)
        width = -(-int(max(widths)) // WIDTH_STEP_PX) * WIDTH_STEP_PX
        lines = torch.zeros(len(texts), 1, HEIGHT_PX, width + LETTER_PX)
        for line, own in enumerate(places):
            rise, drift = (uniform(-4, 4) / max(1, len(own)), 0.7) if chance(WANDERING_SHARE) else (0, 0)
            base = -rise * len(own) / 2
            for glyph, x in own:
                base += rise + drift * float(torch.randn(()))
                base = min(4, max(-4, base))
                shift = round(base + float(torch.randn(())) * 0.9)
                picture = glyphs[glyph, :, first[glyph] : end[glyph]].roll(shift, 0)
                room = lines[line, 0, :, x : x + picture.shape[1]]
                torch.maximum(room, picture, out=room)
        return lines[..., :width]


def mail_of(text: str) -> str:
    """An address of mail made of up to two words of a text, in small letters or capitals."""
    words = [word for word in ("".join(c for c in word if c.isascii() and c.isalpha()) for word in text.lower().split()) if word][:2]
    number = str(int(torch.randint(100, ()))) if chance(0.4) else ""
    mail = f"{one_of(('', '.', '_')).join(words)}{number}@{one_of(MAIL_DOMAINS)}"
    return mail.upper() if chance(0.2) else mail


def beginnings(text: str) -> list[float]:
    """How much taller than usual each letter of a line is, blanks left out."""
    tall = uniform(1.1, 1.35) if chance(TALL_BEGINNINGS_SHARE) else 1.0
    return [tall if at == 0 or text[at - 1] == " " else 1.0 for at, character in enumerate(text) if character != " "]


def pressed(lines: torch.Tensor) -> torch.Tensor:
    """Some of the lines by a pen that now and then hardly touches the paper, so that strokes break."""
    light = torch.rand(len(lines), 1, 1, 1) < PRESSED_LIGHTLY_SHARE
    pressure = torch.randn(len(lines), 1, HEIGHT_PX // 5, lines.shape[3] // 5)
    smooth = functional.interpolate(pressure, size=lines.shape[2:], mode="bilinear", align_corners=True)
    touched = torch.sigmoid(6 * (smooth + 0.4 + 0.8 * torch.rand(len(lines), 1, 1, 1)))
    return torch.where(light, lines * touched, lines)


def one_of(choices: tuple):
    return choices[int(torch.randint(len(choices), ()))]


def chance(share: float) -> bool:
    return float(torch.rand(())) < share


def uniform(low: float, high: float) -> float:
    return low + (high - low) * float(torch.rand(()))
