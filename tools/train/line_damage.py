"""What happens to lines besides what their sheets went through, another thing each time they are shown.

Batches are count x 1 x 32 x width, 0 paper to 1 ink; they are changed in place where that is quicker.
"""

import math

import torch
from torch.nn import functional

HEIGHT_PX = 32


# Places of which a hand moves each as it likes are about so far apart.
WAVE_PX = 12


def bend(pictures: torch.Tensor, unsteady_px: float = 0) -> torch.Tensor:
    """Stretches, moves, slants and turns each line a little, and all of them across by one measure.

    A hand is unsteady besides: it moves places of the line by about so many pixels, smoothly from one to the next, and its
    letters are narrower and wider.
    """
    count, _, _, width = pictures.shape
    wide = math.exp(float(torch.randn(()).clamp(-2, 2)) * (0.09 if unsteady_px == 0 else 0.2))
    out_width = max(16, round(width * wide / 16) * 16)
    high = 1 + torch.randn(count) * 0.07
    place = torch.zeros(count, 2, 3)
    # Across, one unit is half the width: slants are of pixels.
    slant = torch.randn(count) * 0.05 * torch.bernoulli(torch.full((count,), 0.4))
    place[:, 0, 0] = 1
    place[:, 0, 1] = slant * HEIGHT_PX / out_width
    place[:, 1, 0] = torch.randn(count) * 0.004 * out_width / HEIGHT_PX * torch.bernoulli(torch.full((count,), 0.3))
    place[:, 1, 1] = high
    place[:, 1, 2] = torch.randn(count) * 0.06
    grid = functional.affine_grid(place, [count, 1, HEIGHT_PX, out_width], align_corners=False)
    if unsteady_px > 0:
        size = torch.tensor([out_width, HEIGHT_PX]).view(1, 2, 1, 1)
        moves = torch.randn(count, 2, HEIGHT_PX // WAVE_PX + 2, out_width // WAVE_PX + 2) * unsteady_px * 2 / size
        smooth = functional.interpolate(moves, size=(HEIGHT_PX, out_width), mode="bicubic", align_corners=True)
        grid = grid + smooth.permute(0, 2, 3, 1)
    return functional.grid_sample(pictures, grid, align_corners=False)


def coarsen(pictures: torch.Tensor) -> torch.Tensor:
    """Draws some lines as if they had been captured at a lower resolution, some of these in black and white."""
    size = pictures.shape[2:]
    for threshold in (False, True):
        places = some_of(len(pictures), 0.08)
        if len(places) == 0:
            continue
        share = float(torch.empty(()).uniform_(0.3, 0.8))
        coarse = functional.interpolate(pictures[places], scale_factor=share, mode="area", recompute_scale_factor=True)
        if threshold:
            steepness, level = float(torch.empty(()).uniform_(8, 30)), float(torch.empty(()).uniform_(0.25, 0.6))
            coarse = torch.sigmoid(steepness * (coarse - level))
        pictures[places] = functional.interpolate(coarse, size=size, mode="bilinear", align_corners=False)
    return pictures


def some_of(count: int, share: float) -> torch.Tensor:
    """Places in a batch, about this share of them."""
    return (torch.rand(count) < share).nonzero().flatten()


def change_strokes(pictures: torch.Tensor) -> torch.Tensor:
    """Fuller and thinner strokes, soft ones, and ink of every strength, also within a line."""
    count, _, _, width = pictures.shape
    changes = (
        (lambda own: functional.max_pool2d(own, 3, 1, 1), 0.2, 0.8),
        (lambda own: -functional.max_pool2d(-own, 3, 1, 1), 0.15, 0.6),
        (lambda own: functional.avg_pool2d(own, 3, 1, 1), 0.3, 1.0),
    )
    for change, often, most in changes:
        places = some_of(count, often)
        own = pictures[places]
        pictures[places] = torch.lerp(own, change(own), most * torch.rand(len(places), 1, 1, 1))
    places = some_of(count, 0.25)
    coarse = 0.35 + 0.65 * torch.rand(len(places), 1, 2, max(2, width // 60))
    if len(places) > 0:
        pictures[places] *= functional.interpolate(coarse, size=(HEIGHT_PX, width), mode="bilinear", align_corners=True)
    return pictures * (0.55 + 0.65 * torch.rand(count, 1, 1, 1))


def damage(pictures: torch.Tensor) -> torch.Tensor:
    """What copying and taking rules away do: gaps, rests of rules, ends of other rows, specks."""
    width = pictures.shape[3]
    rows = torch.arange(HEIGHT_PX).view(1, HEIGHT_PX, 1)
    columns = torch.arange(width).view(1, 1, width)

    def stretch(count: int) -> torch.Tensor:
        """Columns of up to half a line, count x 1 x width."""
        begin = torch.rand(count, 1, 1) * width
        return (columns >= begin) & (columns < begin + torch.rand(count, 1, 1) * 0.5 * width)

    def change(share: float, make) -> None:
        places = some_of(len(pictures), share)
        if len(places) > 0:
            pictures[places, 0] = make(pictures[places, 0])

    def gap(own: torch.Tensor) -> torch.Tensor:
        start = torch.randint(4, HEIGHT_PX - 4, (len(own), 1, 1))
        inside = (rows >= start) & (rows < start + torch.randint(1, 3, (len(own), 1, 1))) & stretch(len(own))
        return torch.where(inside, 0.2 * own, own)

    def rest_of_rule(own: torch.Tensor) -> torch.Tensor:
        at = HEIGHT_PX - torch.randint(2, 9, (len(own), 1, 1))
        rest = (rows == at) & stretch(len(own)) & (torch.rand(len(own), 1, width) < 0.8)
        return torch.where(rest, own.clamp(min=0.6), own)

    def other_row(own: torch.Tensor) -> torch.Tensor:
        others = pictures[torch.randint(0, len(pictures), (len(own),)), 0]
        reach = int(torch.randint(2, 5, ()))
        end = torch.zeros_like(own)
        if torch.rand(()) < 0.5:
            end[:, :reach] = others[:, 22 : 22 + reach]
        else:
            end[:, -reach:] = others[:, 7 : 7 + reach]
        return torch.maximum(own, end * stretch(len(own)))

    def specks(own: torch.Tensor) -> torch.Tensor:
        grains = functional.max_pool2d((torch.rand_like(own) < 0.0006).float(), 3, 1, 1)
        return torch.maximum(own, 0.7 * grains)

    for share, make in ((0.06, gap), (0.04, rest_of_rule), (0.06, other_row), (0.1, specks)):
        change(share, make)
    return pictures.clamp(0, 1)
