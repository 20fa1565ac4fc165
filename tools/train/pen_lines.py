"""Lines of block letters as pens draw them (see strokes.py): each line by another writer, who makes a letter mostly the same way."""

import torch

from line_damage import HEIGHT_PX
from strokes import WAYS, PenLetters, draw_pens

# Letters are drawn in squares of this side before they are set in a line.
SIDE_PX = 32
MARGIN_PX = 8
WIDTH_STEP_PX = 16
# Outside of cells people dot their capital I as well, and there are signs beside letters.
FREE_WAYS = {**WAYS, "I": [*WAYS["I"], "5,4 5,10;5,0 5,1"], "-": ["0,5 10,5"], "/": ["0,10 8,0", "1,10 6,0"]}
DASH_SHARE = 0.4
# From letter to letter: usual writing, and capitals set far apart as if in cells.
GAPS_PX = ((1, 10), (1, 10), (8, 30))


class PenLines:
    def __init__(self) -> None:
        self.letters = PenLetters(FREE_WAYS)
        self.ways: dict[str, list[int]] = {character: [] for character in FREE_WAYS}
        for at, character in enumerate(self.letters.characters):
            self.ways[character].append(at)

    def can_write(self, text: str) -> bool:
        return all(character == " " or character in self.ways for character in text)

    def draw(self, texts: list[str]) -> torch.Tensor:
        """Count x 1 x 32 x the widest of them, 0 paper and 1 ink. All of each text must be writable."""
        words = [[character for character in text if character != " "] for text in texts]
        owners = torch.tensor([line for line, own in enumerate(words) for _ in own])
        pens = {name: values[owners] for name, values in draw_pens(len(texts)).items()}
        shares = torch.tensor([DASH_SHARE if character == "-" else 1.0 for own in words for character in own])
        heights = (18 + 10 * torch.rand(len(texts)))[owners] * (1 + 0.05 * torch.randn(len(owners)))
        sizes = heights.clamp(12, SIDE_PX - 4) * shares
        glyphs = self.letters.draw(self.ways_of(words), SIDE_PX, pens, sizes)[:, 0]
        return self.set_lines(texts, glyphs)

    def ways_of(self, words: list[list[str]]) -> torch.Tensor:
        chosen = []
        for own in words:
            usual = {character: int(torch.randint(len(self.ways[character]), ())) for character in set(own)}
            for character in own:
                ways = self.ways[character]
                kept = torch.rand(()) < 0.8
                chosen.append(ways[usual[character] if kept else int(torch.randint(len(ways), ()))])
        return torch.tensor(chosen)

    def set_lines(self, texts: list[str], glyphs: torch.Tensor) -> torch.Tensor:
        inked = glyphs.amax(1) > 0.1
        first = inked.float().argmax(1).tolist()
        end = (SIDE_PX - inked.flip(1).float().argmax(1)).tolist()
        places: list[list[tuple[int, int]]] = []
        at = 0
        widths = []
        for text in texts:
            gap = float(torch.empty(()).uniform_(*random_of(GAPS_PX)))
            blank = gap * float(torch.empty(()).uniform_(1.2, 2)) + float(torch.empty(()).uniform_(8, 20))
            x = float(MARGIN_PX)
            own = []
            for character in text:
                if character == " ":
                    x += blank
                    continue
                own.append((at, round(x)))
                x += end[at] - first[at] + gap * float(torch.empty(()).uniform_(0.5, 1.5))
                at += 1
            places.append(own)
            widths.append(x + MARGIN_PX)
        width = -(-int(max(widths)) // WIDTH_STEP_PX) * WIDTH_STEP_PX
        lines = torch.zeros(len(texts), 1, HEIGHT_PX, width + SIDE_PX)
        for line, own in enumerate(places):
            base = int(torch.randint(-2, 3, ()))
            for glyph, x in own:
                shift = base + round(float(torch.randn(())) * 0.9)
                picture = glyphs[glyph, :, first[glyph] : end[glyph]].roll(shift, 0)
                room = lines[line, 0, :, x : x + picture.shape[1]]
                torch.maximum(room, picture, out=room)
        return lines[..., :width]


def random_of(choices: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    return choices[int(torch.randint(len(choices), ()))]
