"""Has a small convolutional network learn characters, and writes it as ONNX.

Called by tools/train/learn.ts with one argument, a JSON file:
  {"alphabet": [...], "learnt": [folder...], "heldOut": folder, "model": path, "report": path, "epochs": n, "seed": n}
Each folder holds `glyphs.json` and `glyphs.bin` (see tools/train/glyph-set.ts). One line a round goes to standard error.
"""

import copy
import json
import math
import sys
import time
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional

from strokes import PenLetters
from weight_mean import keep_mean

SIDE_PX = 32
BATCH = 128
# Of each batch so many are drawn stroke by stroke; the others come from the sets.
PEN_LETTERS = 40
HIGHEST_RATE = 4e-3
# What is kept is the mean of the weights over about the last 1 / (1 - this) batches.
KEPT_SHARE = 0.997
# Small sets, such as the digits of Semeion, are shown so often that they count for about this many characters.
LEAST_SET_SIZE = 5000


def make_network(classes: int) -> nn.Module:
    """About 365,000 weights; input 1 x 32 x 32 with paper 0 and ink 1, output one logit for each class."""

    def step(inputs: int, outputs: int, size: int = 3, stride: int = 1) -> list[nn.Module]:
        convolution = nn.Conv2d(inputs, outputs, size, stride, padding=size // 2, bias=False)
        return [convolution, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]

    return nn.Sequential(
        *step(1, 16, size=5, stride=2),
        *step(16, 32),
        nn.MaxPool2d(2),
        *step(32, 64),
        nn.MaxPool2d(2),
        *step(64, 96),
        *step(96, 96),
        nn.Flatten(),
        nn.Dropout(0.1),
        nn.Linear(96 * 16, 128),
        nn.ReLU(inplace=True),
        nn.Linear(128, classes),
    )


def read_set(folder: str, alphabet: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
    """Squares as bytes, and the index of each label in the alphabet. Labels outside the alphabet are left out."""
    labels = json.loads((Path(folder) / "glyphs.json").read_text("utf-8"))["labels"]
    squares = numpy.fromfile(Path(folder) / "glyphs.bin", dtype=numpy.uint8).reshape(len(labels), 1, SIDE_PX, SIDE_PX)
    known = [at for at, label in enumerate(labels) if label in alphabet]
    classes = torch.tensor([alphabet.index(labels[at]) for at in known])
    return torch.from_numpy(squares[known].copy()), classes


def chosen(count: int, share: float) -> torch.Tensor:
    """A mask that holds for about this share of a batch, shaped to spread over pictures."""
    return (torch.rand(count) < share).view(count, 1, 1, 1)


def bend(pictures: torch.Tensor) -> torch.Tensor:
    """Turns, slants, stretches, moves and warps each picture by itself (Simard and others 2003)."""
    count = len(pictures)
    angle = torch.randn(count) * math.radians(6)
    slant = torch.randn(count) * 0.12
    wide, high = (1 + torch.randn(count) * 0.14 for _ in range(2))
    cos, sin = torch.cos(angle), torch.sin(angle)
    place = torch.zeros(count, 2, 3)
    place[:, 0, 0], place[:, 0, 1] = cos * wide, (slant - sin) * high
    place[:, 1, 0], place[:, 1, 1] = sin * wide, cos * high
    place[:, :, 2] = torch.randn(count, 2) * 0.05
    grid = functional.affine_grid(place, list(pictures.shape), align_corners=False)
    strength = 0.02 + 0.06 * torch.rand(count, 1, 1, 1)
    coarse = torch.randn(count, 2, 5, 5) * strength
    warp = functional.interpolate(coarse, size=(SIDE_PX, SIDE_PX), mode="bilinear", align_corners=True)
    return functional.grid_sample(pictures, grid + warp.permute(0, 2, 3, 1), align_corners=False)


def change_strokes(pictures: torch.Tensor) -> torch.Tensor:
    """A thicker pen for some, a thinner one for others, blurred ones, and ink of every strength."""
    count = len(pictures)
    thick = functional.max_pool2d(pictures, 3, 1, 1)
    thin = -functional.max_pool2d(-pictures, 3, 1, 1)
    soft = functional.avg_pool2d(pictures, 3, 1, 1)
    share = torch.rand(count, 1, 1, 1)
    for other, often in ((thick, 0.3), (thin, 0.15), (soft, 0.3)):
        pictures = torch.where(chosen(count, often), pictures + share * (other - pictures), pictures)
    return pictures * (0.5 + 0.7 * torch.rand(count, 1, 1, 1))


def intrude(pictures: torch.Tensor) -> torch.Tensor:
    """Lays the edge of another letter over one side of some pictures, as where neighbours were not parted well."""
    others = pictures[torch.randperm(len(pictures))]
    reach = int(torch.randint(2, 8, ()))
    both = pictures.clone()
    both[..., :reach] = torch.maximum(pictures[..., :reach], others[..., -reach - 2 : -2])
    mirrored = pictures.clone()
    mirrored[..., -reach:] = torch.maximum(pictures[..., -reach:], others[..., 2 : reach + 2])
    draw = torch.rand(len(pictures)).view(-1, 1, 1, 1)
    return torch.where(draw < 0.03, both, torch.where(draw > 0.97, mirrored, pictures))


def damage(pictures: torch.Tensor) -> torch.Tensor:
    """What taking rules away, cutting at cells, and scanning do: gaps, rests of walls, missing parts, specks, noise."""
    count = len(pictures)
    at = torch.arange(SIDE_PX).view(1, 1, 1, SIDE_PX)
    for transposed in (False, True):
        bars = at.transpose(2, 3) if transposed else at
        start = torch.randint(0, SIDE_PX, (count, 1, 1, 1))
        inside = (bars >= start) & (bars < start + torch.randint(1, 4, (count, 1, 1, 1)))
        pictures = torch.where(inside & chosen(count, 0.1), torch.zeros(()), pictures)
        near_edge = torch.where(torch.rand(count, 1, 1, 1) < 0.5, start % 3, SIDE_PX - 1 - start % 3)
        pictures = torch.where((bars == near_edge) & chosen(count, 0.06), 0.7 * torch.ones(()), pictures)
        missing = torch.randint(2, 8, (count, 1, 1, 1))
        cut = torch.where(torch.rand(count, 1, 1, 1) < 0.5, bars < missing, bars >= SIDE_PX - missing)
        pictures = torch.where(cut & chosen(count, 0.06), torch.zeros(()), pictures)
    specks = torch.rand_like(pictures) < 0.004
    pictures = torch.where(specks & chosen(count, 0.2), torch.rand_like(pictures), pictures)
    return (pictures + torch.randn_like(pictures) * 0.05 * torch.rand(count, 1, 1, 1)).clamp(0, 1)


def logits_of(network: nn.Module, squares: torch.Tensor) -> torch.Tensor:
    network.eval()
    with torch.no_grad():
        return torch.cat([network(part.float() / 255) for part in squares.split(1024)])


def fit_temperature(logits: torch.Tensor, classes: torch.Tensor) -> float:
    """The temperature under which confidences are likeliest to be the shares of right answers (Guo and others 2017)."""
    tried = [0.5 * 1.03**step for step in range(80)]
    return min(tried, key=lambda temperature: functional.cross_entropy(logits / temperature, classes).item())


def draw_pen_letters(pen: PenLetters, alphabet: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures of letters as pens draw them, and the index of each in the alphabet."""
    ways = torch.randint(0, len(pen.characters), (PEN_LETTERS,))
    return pen.draw(ways, SIDE_PX), torch.tensor([alphabet.index(pen.characters[way]) for way in ways])


def learn(job: dict) -> None:
    torch.manual_seed(job["seed"])
    torch.set_num_threads(1)
    alphabet = job["alphabet"]
    sets = [read_set(folder, alphabet) for folder in job["learnt"]]
    repeated = [part for part in sets for _ in range(max(1, round(LEAST_SET_SIZE / max(1, len(part[1])))))]
    squares = torch.cat([part[0] for part in repeated])
    classes = torch.cat([part[1] for part in repeated])
    held_squares, held_classes = read_set(job["heldOut"], alphabet)
    pen = PenLetters()
    # Half as fast again on one core as the usual order.
    network = make_network(len(alphabet)).to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=0.02)
    mean = copy.deepcopy(network)
    rounds = job["epochs"]
    from_sets = BATCH - PEN_LETTERS
    steps = rounds * (len(squares) // from_sets)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, HIGHEST_RATE, total_steps=steps)
    report = {"learnt": len(classes), "heldOut": len(held_classes), "rounds": []}
    for index in range(rounds):
        started = time.time()
        network.train()
        loss_sum = 0.0
        batches = torch.randperm(len(squares))[: len(squares) // from_sets * from_sets].split(from_sets)
        for batch in batches:
            pen_pictures, pen_truth = draw_pen_letters(pen, alphabet)
            clean = torch.cat([squares[batch].float() / 255, pen_pictures])
            truth = torch.cat([classes[batch], pen_truth])
            pictures = damage(intrude(change_strokes(bend(clean))))
            loss = functional.cross_entropy(network(pictures.to(memory_format=torch.channels_last)), truth)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            loss_sum += loss.item()
            keep_mean(mean, network, schedule.last_epoch, KEPT_SHARE)
        right = (logits_of(mean, held_squares).argmax(1) == held_classes).float().mean().item()
        report["rounds"].append({"loss": round(loss_sum / len(batches), 4), "heldOutRight": round(right, 4)})
        print(f"round {index + 1}: {report['rounds'][-1]}, {time.time() - started:.0f} s", file=sys.stderr, flush=True)
        export(mean, job["model"])
    report["temperature"] = round(fit_temperature(logits_of(mean, held_squares), held_classes), 3)
    report["weights"] = sum(weight.numel() for weight in mean.parameters())
    Path(job["report"]).write_text(json.dumps(report), "utf-8")


def export(network: nn.Module, path: str) -> None:
    network.eval()
    torch.onnx.export(
        network,
        torch.zeros(2, 1, SIDE_PX, SIDE_PX),
        path,
        opset_version=13,
        input_names=["glyphs"],
        output_names=["logits"],
        dynamic_axes={"glyphs": {0: "count"}, "logits": {0: "count"}},
    )


if __name__ == "__main__":
    learn(json.loads(Path(sys.argv[1]).read_text("utf-8")))
