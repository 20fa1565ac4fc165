"""Block letters as pens draw them: strokes between a few places, each time a little elsewhere.

Fonts are neater than people, whose strokes miss each other, run too far and bend as they like. So a part of what the network
learns from is drawn anew for every batch, stroke by stroke, after how such letters are made (in the manner of Lake and others
2015), with the ways of writing that are usual in Italy: a one with its flag, a seven with its bar, a zero struck through.
"""

import torch
from torch.nn import functional

# For each character its ways of being written. Strokes are parted by semicolons; places are tenths of the width and of the height,
# from the left and from the top. Strokes that begin with ~ are curves through their places (Catmull and Rom 1974).
WAYS: dict[str, list[str]] = {
    "0": ["~5,0 1,2 0,5 1,8 5,10 9,8 10,5 9,2 5,0", "~6,0 2,1 1,5 2,9 6,10 9,7 9,3 5,0", "~5,0 1,2 0,5 1,8 5,10 9,8 10,5 9,2 5,0;8,1 2,9"],
    "1": ["5,0 5,10", "2,3 5,0 5,10", "1,4 6,0 6,10", "2,3 5,0 5,10;2,10 8,10", "6,0 4,10"],
    "2": ["~1,2 4,0 8,1 9,3 6,6 1,10;1,10 10,10", "~1,3 3,0 7,0 9,3 5,7 0,10 3,9 6,10 10,9", "~1,2 5,0 9,2 8,5 3,8 2,10 4,8 8,10 10,10"],
    "3": ["~1,1 5,0 9,2 8,4 4,5 8,6 9,8 6,10 1,9", "1,0 9,0 4,4;~4,4 9,5 9,9 5,10 1,9", "~2,1 6,0 8,2 7,4 4,5;~4,5 8,5 9,8 6,10 1,10"],
    "4": ["6,0 0,7 10,7;7,3 7,10", "1,0 1,5 9,5;8,0 8,10", "7,10 7,0 0,7 10,7", "2,0 0,6 10,6;7,2 6,10", "~1,0 1,4 4,5 8,4;8,0 8,10"],
    "5": ["9,0 2,0 2,4;~2,4 6,4 9,6 8,9 4,10 1,9", "2,0 1,5;~1,5 6,4 9,7 6,10 1,10;2,0 9,0", "~9,0 3,0 2,4 7,4 9,7 6,10 1,9"],
    "6": ["~8,0 4,2 1,6 2,9 6,10 9,8 8,5 4,5 1,7", "~6,0 2,4 1,8 5,10 9,8 7,5 2,6", "~9,1 5,0 1,4 1,8 5,10 9,8 8,5 4,5 1,7"],
    "7": ["0,0 10,0 4,10", "0,1 10,0 4,10;2,5 9,5", "0,2 0,0 10,0 5,10", "~0,1 5,1 9,0 6,5 4,10;2,5 8,5", "0,0 9,0 8,10"],
    "8": ["~8,1 5,0 1,2 3,4 7,6 9,8 5,10 1,8 3,6 7,4 9,2 7,1", "~5,5 1,3 5,0 9,3 5,5 0,8 5,10 10,8 5,5", "~5,0 2,1 2,4 5,4 8,4 8,1 5,0;~5,4 1,6 1,9 5,10 9,9 9,6 5,4"],
    "9": ["~9,2 5,0 1,2 2,5 6,5 9,3;~9,1 9,5 7,10", "~9,3 6,0 1,2 2,5 7,5 9,2 9,6 7,9 2,10", "~8,1 4,0 1,3 4,5 8,3;8,0 8,10"],
    "A": ["0,10 5,0 10,10;2,6 8,6", "0,10 4,0 6,0 10,10;1,6 9,6", "~1,10 1,4 5,0 9,4 9,10;1,6 9,6", "5,0 0,10;5,0 10,10;2,7 8,6", "~0,10 3,4 6,0 8,4 9,10;2,6 9,6"],
    "B": ["1,0 1,10;~1,0 7,0 8,3 6,5 1,5;~1,5 8,5 9,8 6,10 1,10", "1,10 1,0;~1,1 6,0 8,2 5,5 3,5 8,6 9,9 5,10 1,10", "1,0 1,10;~0,0 8,1 7,4 2,5 9,6 8,10 0,10"],
    "C": ["~9,2 6,0 2,1 0,5 2,9 6,10 9,8", "~9,0 3,1 1,5 3,9 10,10", "~9,1 5,0 1,3 1,7 4,10 9,9"],
    "D": ["1,0 1,10;~1,0 6,0 10,3 10,7 6,10 1,10", "1,0 1,10;~0,0 5,0 9,4 8,8 4,10 0,10", "~1,10 1,0 7,1 10,5 7,9 1,10"],
    "E": ["9,0 1,0 1,10 9,10;1,5 7,5", "1,0 1,10;1,0 9,0;1,5 8,5;1,10 9,10", "~9,1 4,0 1,2 5,5 1,7 3,10 9,9", "~9,1 3,1 1,5 3,9 9,9;1,5 7,5"],
    "F": ["9,0 1,0 1,10;1,5 7,5", "1,0 1,10;0,0 10,0;1,4 8,4", "~9,0 4,0 2,3 2,10;0,5 7,5"],
    "G": ["~9,2 6,0 2,1 0,5 2,9 6,10 9,8;5,6 9,6 9,10", "~9,1 4,0 0,5 4,10 9,9 9,6;5,6 10,6", "~9,1 4,0 1,4 2,9 7,10 9,6 5,6", "~9,2 5,0 1,3 1,8 6,10 9,7;6,6 9,6 9,10"],
    "H": ["1,0 1,10;9,0 9,10;1,5 9,5", "0,0 1,10;10,0 9,10;1,5 9,4"],
    "I": ["5,0 5,10", "5,0 5,10;2,0 8,0;2,10 8,10", "4,0 6,10", "5,0 5,10;3,0 7,0;3,10 7,10"],
    "J": ["~7,0 7,7 5,10 1,9", "7,0 7,8;~7,8 5,10 1,9 0,7;3,0 10,0", "~8,0 8,6 6,10 2,10 1,7"],
    "K": ["1,0 1,10;9,0 1,6;3,5 9,10", "1,0 1,10;9,0 2,5 9,10", "~9,0 5,4 1,5;1,0 1,10;~2,5 6,7 9,10"],
    "L": ["1,0 1,10 9,10", "~2,0 2,7 3,10 9,10", "2,0 1,10;1,10 10,9"],
    "M": ["0,10 1,0 5,6 9,0 10,10", "0,10 0,0 5,9 10,0 10,10", "0,0 0,10;0,0 5,5 10,0;10,0 10,10", "~0,10 1,1 3,0 5,8 7,1 9,0 10,10"],
    "N": ["1,10 1,0 9,10 9,0", "1,0 1,10;1,0 9,10;9,0 9,10", "~0,10 1,1 3,1 8,10 9,8 10,0", "~1,10 1,2 5,0 9,3 9,10;1,0 1,10"],
    "O": ["~5,0 1,2 0,5 1,8 5,10 9,8 10,5 9,2 5,0", "~6,0 1,1 0,6 3,10 8,9 10,5 8,1 4,0", "~4,0 0,4 2,9 7,10 10,6 8,1 5,0"],
    "P": ["1,0 1,10;~1,0 8,0 9,3 6,5 1,5", "2,10 1,0;~0,1 7,0 9,3 5,6 2,5", "~1,10 1,0 8,1 8,4 1,5"],
    "Q": ["~5,0 1,2 0,5 1,8 5,10 9,8 10,5 9,2 5,0;6,7 10,10", "~5,0 0,3 1,8 6,9 10,6 8,1 5,0;~5,7 7,9 10,10", "~5,0 1,2 1,7 5,9 9,7 9,2 5,0;4,8 8,10"],
    "R": ["1,0 1,10;~1,0 8,0 9,3 6,5 1,5;4,5 9,10", "~1,10 1,0 8,1 7,5 2,5;2,5 10,10", "2,0 1,10;~0,1 7,0 9,3 5,5 2,5 9,10"],
    "S": ["~9,2 6,0 2,1 2,4 7,6 9,8 5,10 1,9", "~9,1 3,0 1,3 8,6 8,9 4,10 0,9", "~8,0 2,2 3,5 8,6 7,10 1,10", "~10,1 6,0 2,3 5,5 8,7 5,10 0,8"],
    "T": ["0,0 10,0;5,0 5,10", "0,1 10,0;5,0 4,10", "~5,0 5,8 6,10 8,10;1,2 9,1"],
    "U": ["~1,0 1,7 3,10 7,10 9,7 9,0", "~0,0 1,8 5,10 9,8 10,0", "~1,0 1,7 4,10 8,8;9,0 9,10"],
    "V": ["0,0 5,10 10,0", "~0,0 3,7 5,10 7,6 10,0", "0,0 4,10 10,1"],
    "W": ["0,0 3,10 5,3 7,10 10,0", "0,0 2,10 5,1 8,10 10,0", "~0,0 1,8 3,10 5,3 7,10 9,7 10,0"],
    "X": ["0,0 10,10;10,0 0,10", "1,0 9,10;9,0 1,10", "~0,1 3,2 7,8 10,10;10,0 1,10"],
    "Y": ["0,0 5,5 10,0;5,5 5,10", "0,0 5,5;10,0 3,10", "~1,0 2,4 6,5 9,3;~9,0 8,7 4,10"],
    "Z": ["0,0 10,0 0,10 10,10", "0,1 9,0 1,10 10,9;2,5 8,5", "~1,1 5,0 9,1 4,6 1,10 5,9 10,10", "0,0 10,0 0,10 10,10;2,5 8,5"],
}
SEGMENTS_BETWEEN_PLACES = 3
INSIDE_PX = 28


def places_of(stroke: str) -> list[tuple[float, float]]:
    pairs = (place.split(",") for place in stroke.lstrip("~").split())
    return [(float(x) / 10, float(y) / 10) for x, y in pairs]


def share_of_places(count: int, at: float) -> list[float]:
    """How much each place of a curve counts at `at`, from 0 at the first to count - 1 at the last."""
    before = min(int(at), count - 2)
    t = at - before
    weights = (
        (-t + 2 * t**2 - t**3) / 2,
        (2 - 5 * t**2 + 3 * t**3) / 2,
        (t + 4 * t**2 - 3 * t**3) / 2,
        (-(t**2) + t**3) / 2,
    )
    shares = [0.0] * count
    for step, weight in zip(range(before - 1, before + 3), weights):
        shares[min(count - 1, max(0, step))] += weight
    return shares


def segments_of(way: str) -> tuple[list[tuple[float, float]], list[list[float]], list[list[float]]]:
    """The places of a character, and for both ends of each of its segments how much each place counts."""
    strokes = way.split(";")
    places = [place for stroke in strokes for place in places_of(stroke)]
    starts: list[list[float]] = []
    ends: list[list[float]] = []
    first = 0
    for stroke in strokes:
        count = len(places_of(stroke))
        steps = (count - 1) * (SEGMENTS_BETWEEN_PLACES if stroke.startswith("~") else 1)
        for step in range(steps):
            for side, into in ((step, starts), (step + 1, ends)):
                shares = share_of_places(count, side * (count - 1) / steps) if stroke.startswith("~") else None
                own = shares or [float(at == side) for at in range(count)]
                into.append([0.0] * first + own + [0.0] * (len(places) - first - count))
        first += count
    return places, starts, ends


class PenLetters:
    """Draws characters by strokes; `characters` says for each way which one it writes."""

    def __init__(self, ways_by_character: dict[str, list[str]] = WAYS) -> None:
        ways = [(character, segments_of(way)) for character, group in ways_by_character.items() for way in group]
        most_places = max(len(places) for _, (places, _, _) in ways)
        most_segments = max(len(starts) for _, (_, starts, _) in ways)
        self.characters = [character for character, _ in ways]
        self.segments = torch.tensor([len(starts) for _, (_, starts, _) in ways])
        self.places = torch.zeros(len(ways), most_places, 2)
        self.ends = torch.zeros(len(ways), 2, most_segments, most_places)
        for way, (_, (places, starts, ends)) in enumerate(ways):
            self.places[way, : len(places)] = torch.tensor(places)
            # What is left over repeats the last segment.
            for side, rows in enumerate((starts, ends)):
                filled = torch.tensor(rows + [rows[-1]] * (most_segments - len(rows)))
                self.ends[way, side, :, : len(places)] = filled

    def draw(
        self,
        ways: torch.Tensor,
        side_px: int,
        pens: dict[str, torch.Tensor] | None = None,
        inside_px: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """Pictures of the ways with these indices, 0 paper and 1 ink, each of this size, by these hands and pens; each by others if none are named."""
        count = len(ways)
        pens = draw_pens(count) if pens is None else pens
        inside = torch.full((count,), float(INSIDE_PX)) if inside_px is None else inside_px
        ends = self.ends_of(ways, pens)
        radius = pens["radius"].view(count, 1)
        low, high = ends.amin((1, 2)) - radius, ends.amax((1, 2)) + radius
        scale = (inside / (high - low).amax(1)).view(count, 1, 1, 1)
        ends = (ends - ((low + high) / 2).view(count, 1, 1, 2)) * scale + side_px / 2
        return ink_of(ends, radius.view(count, 1, 1) * scale.view(count, 1, 1), (side_px, side_px))

    def draw_at(
        self, ways: torch.Tensor, pens: dict[str, torch.Tensor], capital_px: torch.Tensor, head_px: torch.Tensor, size_px: tuple[int, int]
    ) -> torch.Tensor:
        """As `draw`, in the size and at the height that a letter has beside others: capitals so high, their heads so far from the top.

        `size_px` is height and width of the pictures; in their middle across stand the letters.
        """
        count = len(ways)
        ends = self.ends_of(ways, pens) * capital_px.view(count, 1, 1, 1)
        middle = (ends[..., 0].amin((1, 2)) + ends[..., 0].amax((1, 2))) / 2
        ends = ends + torch.stack([size_px[1] / 2 - middle, head_px], 1).view(count, 1, 1, 2)
        radius_px = (pens["radius"] * capital_px).view(count, 1, 1)
        ink = torch.zeros(count, 1, *size_px)
        segments = self.segments[ways]
        # Letters of few segments by themselves: each costs as much as the most that is drawn with it.
        for fewer, most in zip((0, 4, 8, 16), (4, 8, 16, ends.shape[2])):
            own = ((segments > fewer) & (segments <= most)).nonzero().flatten()
            if len(own) > 0:
                ink[own] = ink_of(ends[own, :, :most], radius_px[own], size_px)
        return ink

    def ends_of(self, ways: torch.Tensor, pens: dict[str, torch.Tensor]) -> torch.Tensor:
        """Both ends of each segment as these hands put them, count x 2 x segments x 2, as shares of the height of a capital."""
        count = len(ways)
        unsteady = (0.02 + 0.05 * torch.rand(count, 1, 1)) * torch.randn(count, *self.places.shape[1:])
        wide = pens["wide"].view(count, 1, 1)
        places = (self.places[ways] + unsteady) * torch.cat([wide, torch.ones_like(wide)], 2)
        slant = pens["slant"].view(count, 1)
        places = torch.stack([places[..., 0] - slant * (places[..., 1] - 0.5), places[..., 1]], 2)
        return torch.einsum("bsgp,bpc->bsgc", self.ends[ways], places)


def draw_pens(count: int) -> dict[str, torch.Tensor]:
    """How wide so many writers make their letters, how far these lean, and half the breadth of the pen; as shares of the height."""
    return {
        "wide": 0.45 + 0.55 * torch.rand(count),
        "slant": 0.12 * torch.randn(count),
        "radius": 0.025 + 0.06 * torch.rand(count),
    }


def ink_of(ends: torch.Tensor, radius_px: torch.Tensor, size_px: tuple[int, int]) -> torch.Tensor:
    """How much ink lies on each pixel: by its distance from the nearest segment. `ends` are in pixels, count x 2 x segments x 2."""
    rows, columns = (torch.arange(size) + 0.5 for size in size_px)
    pixels = torch.stack(torch.meshgrid(columns, rows, indexing="xy"), 2).view(-1, 2)
    start, along = ends[:, 0], ends[:, 1] - ends[:, 0]
    # The place on a segment nearest to a pixel is a dot product away; what remains are products of matrices.
    length_squared = (along * along).sum(2).clamp(min=1e-6).unsqueeze(2)
    share = (along @ pixels.T - (along * start).sum(2, keepdim=True)) / length_squared
    share.clamp_(0, 1)
    dx = start[..., :1] + share * along[..., :1] - pixels[:, 0]
    dy = start[..., 1:] + share * along[..., 1:] - pixels[:, 1]
    nearest = (dx.square_().add_(dy.square_())).amin(1).sqrt_()
    return (radius_px.view(-1, 1) - nearest + 0.5).clamp(0, 1).view(-1, 1, *size_px)
