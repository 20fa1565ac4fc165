"""Has a small convolutional network learn to read lines, and writes it as ONNX.

Called by tools/train/lines/learn-lines.ts with one argument, a JSON file:
  {"alphabet": [...], "learnt": [folder...], "heldOut": folder, "model": path, "report": path, "rounds": n, "seed": n,
   "network": "lines", "lines-near" or "lines-hand", "earlier": path or null, "keepEarlier": share of the earlier weights in what is kept}
Each folder holds `lines.json` and `lines.bin` (see tools/train/lines/line-set.ts). One line a round goes to standard error.

The network is convolutional throughout and learns by connectionist temporal classification (Graves and others 2006): no
frame has to be told which letter it belongs to.
"""

import copy
import json
import sys
import time
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional

from earlier_weights import take_earlier
from folded_weights import keep_earlier
from line_damage import HEIGHT_PX, bend, change_strokes, coarsen, damage
from pen_lines import PenLines
from weight_mean import keep_mean

# About so many pixels of width make a batch, so that batches of long and of short lines cost the same.
BATCH_WIDTH_PX = 6_000
# Wider lines are left out: few, and as costly as many short ones.
WIDEST_PX = 640
HIGHEST_RATE = 3e-3
# For a network that has learnt already.
HIGHEST_RATE_AGAIN = 1.5e-3
# Batches that show what the layers of an earlier network make.
BATCHES_SHOWN = 40
# Of the batches of a network for hands so many show letters drawn stroke by stroke instead of what was cut from sheets.
PEN_SHARE = 0.45
# How far a hand moves places of its lines, see bend().
UNSTEADY_PX = 1.2
# What is kept is the mean of the weights over about the last 1 / (1 - this) batches.
KEPT_SHARE = 0.998


class Context(nn.Module):
    """Looks along the line, each channel by itself, then mixes the channels; what it finds is added to what was there."""

    def __init__(self, channels: int, reach: int) -> None:
        super().__init__()
        self.steps = nn.Sequential(
            nn.Conv2d(channels, channels, (1, reach), padding=(0, reach // 2), groups=channels, bias=False),
            nn.BatchNorm2d(channels),
            nn.Conv2d(channels, channels, 1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        )

    def forward(self, frames: torch.Tensor) -> torch.Tensor:
        return frames + self.steps(frames)


class Neighbours(nn.Module):
    """Looks at a frame and at those so many before and behind it, all channels together."""

    def __init__(self, channels: int, apart: int) -> None:
        super().__init__()
        self.steps = nn.Sequential(
            nn.Conv2d(channels, channels, (1, 3), padding=(0, apart), dilation=(1, apart), bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        )

    def forward(self, frames: torch.Tensor) -> torch.Tensor:
        return frames + self.steps(frames)


def make_network(name: str, classes: int) -> nn.Module:
    """Input n x 1 x 32 x width with paper 0 and ink 1; output n x classes x 1 x width / 4, logits of each frame.

    Two networks of one shape err alike. "lines" looks far along the line, "lines-near" at the letter and its neighbours, and
    "lines-hand", whose letters are more various, both ways.
    """

    def step(inputs: int, outputs: int, size: tuple[int, int], stride: tuple[int, int]) -> list[nn.Module]:
        # Across the height of what is left nothing is added round it: there the line becomes frames.
        padding = (0 if size[1] == 1 else size[0] // 2, size[1] // 2)
        convolution = nn.Conv2d(inputs, outputs, size, stride, padding=padding, bias=False)
        return [convolution, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]

    if name != "lines-near":
        apart_by_hand = (1, 2, 1, 4) if name == "lines-hand" else ()
        return nn.Sequential(
            *step(1, 16, (3, 3), (2, 2)),
            *step(16, 32, (3, 3), (2, 1)),
            *step(32, 48, (3, 3), (1, 2)),
            *step(48, 80, (3, 3), (2, 1)),
            *step(80, 160, (4, 1), (1, 1)),
            *(Context(160, reach) for reach in (3, 5, 7, 9, 11, 3, 9, 5, 7, 3, 11, 5)),
            *(Neighbours(160, apart) for apart in apart_by_hand),
            nn.Conv2d(160, classes, 1),
        )
    return nn.Sequential(
        *step(1, 16, (5, 5), (2, 2)),
        *step(16, 32, (3, 3), (1, 2)),
        *step(32, 56, (3, 3), (2, 1)),
        *step(56, 80, (3, 3), (2, 1)),
        *step(80, 120, (4, 1), (1, 1)),
        *(Neighbours(120, apart) for apart in (1, 2, 4, 2, 1, 2, 4, 1)),
        nn.Conv2d(120, classes, 1),
    )


class Lines:
    """The lines of some folders, in memory as bytes."""

    def __init__(self, folders: list[str], alphabet: list[str]) -> None:
        self.pictures: list[numpy.ndarray] = []
        self.truths: list[torch.Tensor] = []
        self.kinds: list[str] = []
        self.texts: list[str] = []
        # Class 0 is the blank of connectionist temporal classification.
        self.classes = {character: at + 1 for at, character in enumerate(alphabet)}
        for folder in folders:
            header = json.loads((Path(folder) / "lines.json").read_text("utf-8"))
            pixels = numpy.fromfile(Path(folder) / "lines.bin", dtype=numpy.uint8)
            at = 0
            for line in header["lines"]:
                size = HEIGHT_PX * line["widthPx"]
                picture = pixels[at : at + size].reshape(HEIGHT_PX, line["widthPx"])
                at += size
                if line["widthPx"] > WIDEST_PX:
                    continue
                self.pictures.append(picture)
                self.truths.append(self.truth_of(line["text"]))
                self.texts.append(line["text"])
                self.kinds.append(line["kind"])

    def truth_of(self, text: str) -> torch.Tensor:
        return torch.tensor([self.classes[character] for character in text])

    def batches(self, shuffle: bool) -> list[list[int]]:
        """Indices of lines of like width, about BATCH_WIDTH_PX together."""
        jitter = numpy.random.rand(len(self.pictures)) * (40 if shuffle else 0)
        order = sorted(range(len(self.pictures)), key=lambda at: self.pictures[at].shape[1] + jitter[at])
        batches: list[list[int]] = []
        room = 0
        for at in order:
            if room < self.pictures[at].shape[1]:
                batches.append([])
                room = BATCH_WIDTH_PX
            batches[-1].append(at)
            room -= self.pictures[at].shape[1]
        return [batches[at] for at in numpy.random.permutation(len(batches))] if shuffle else batches

    def pictures_of(self, batch: list[int]) -> torch.Tensor:
        """Count x 1 x 32 x the widest of them; paper on the right of the others."""
        width = max(self.pictures[at].shape[1] for at in batch)
        together = numpy.zeros((len(batch), 1, HEIGHT_PX, width), dtype=numpy.uint8)
        for place, at in enumerate(batch):
            together[place, 0, :, : self.pictures[at].shape[1]] = self.pictures[at]
        return torch.from_numpy(together).float() / 255


def ctc_loss(logits: torch.Tensor, truths: list[torch.Tensor], reduction: str = "mean") -> torch.Tensor:
    """Logits as the network gives them. Lines that fit into no frames count nothing."""
    frames = functional.log_softmax(logits.squeeze(2), dim=1).permute(2, 0, 1)
    lengths = torch.tensor([len(truth) for truth in truths])
    counts = torch.full((len(truths),), frames.shape[0])
    return functional.ctc_loss(frames, torch.cat(truths), counts, lengths, reduction=reduction, zero_infinity=True)


def logits_of(network: nn.Module, lines: Lines) -> list[tuple[list[int], torch.Tensor]]:
    network.eval()
    with torch.no_grad():
        return [(batch, network(lines.pictures_of(batch))) for batch in lines.batches(shuffle=False)]


def best_path(frames: torch.Tensor) -> list[int]:
    """Classes by frame without repetitions and blanks."""
    best = frames.argmax(0).tolist()
    return [at for place, at in enumerate(best) if at != 0 and (place == 0 or best[place - 1] != at)]


def right_lines(answers: list[tuple[list[int], torch.Tensor]], lines: Lines) -> dict[str, float]:
    """The share of lines read without an error, by kind."""
    right: dict[str, list[bool]] = {}
    for batch, logits in answers:
        for place, at in enumerate(batch):
            is_right = best_path(logits[place, :, 0]) == lines.truths[at].tolist()
            right.setdefault(lines.kinds[at], []).append(is_right)
    return {kind: round(sum(values) / len(values), 4) for kind, values in right.items()}


def fit_temperature(answers: list[tuple[list[int], torch.Tensor]], lines: Lines) -> float:
    """The temperature under which the true texts are likeliest (Guo and others 2017)."""

    def loss(temperature: float) -> float:
        return sum(
            ctc_loss(logits / temperature, [lines.truths[at] for at in batch], "sum").item() for batch, logits in answers
        )

    return min((0.6 * 1.12**step for step in range(12)), key=loss)


def varied(pictures: torch.Tensor, unsteady_px: float = 0) -> torch.Tensor:
    """Some lines as they might have come out another time."""
    return damage(coarsen(change_strokes(bend(pictures, unsteady_px)))).to(memory_format=torch.channels_last)


def show(lines: Lines, batch: list[int], pen: PenLines | None) -> tuple[torch.Tensor, list[torch.Tensor]]:
    """Pictures of a batch and what they say; now and then its texts as somebody with a pen might write them."""
    truths = [lines.truths[at] for at in batch]
    if pen is None:
        return varied(lines.pictures_of(batch)), truths
    if torch.rand(()) < PEN_SHARE:
        texts = [text for text in (pen.written(lines.texts[at]) for at in batch) if pen.can_write(text)]
        if texts:
            return varied(pen.draw(texts), UNSTEADY_PX / 2), [lines.truth_of(text) for text in texts]
    return varied(lines.pictures_of(batch), UNSTEADY_PX), truths


def learn(job: dict) -> None:
    torch.manual_seed(job["seed"])
    numpy.random.seed(job["seed"])
    torch.set_num_threads(1)
    learnt, held_out = Lines(job["learnt"], job["alphabet"]), Lines([job["heldOut"]], job["alphabet"])
    network = make_network(job["network"], len(job["alphabet"]) + 1).to(memory_format=torch.channels_last)
    if job["earlier"] is not None:
        shown = learnt.batches(shuffle=True)[:BATCHES_SHOWN]
        take_earlier(network, job["earlier"], job["alphabet"], lambda: (varied(learnt.pictures_of(batch)) for batch in shown))
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=0.01)
    mean = copy.deepcopy(network)
    pen = PenLines() if job["network"] == "lines-hand" else None
    rounds = job["rounds"]
    plans = [learnt.batches(shuffle=True) for _ in range(rounds)]
    highest = HIGHEST_RATE if job["earlier"] is None else HIGHEST_RATE_AGAIN
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, highest, total_steps=sum(map(len, plans)), pct_start=0.1)
    report = {"learnt": len(learnt.truths), "heldOut": len(held_out.truths), "rounds": []}
    for index, plan in enumerate(plans):
        started = time.process_time()
        network.train()
        loss_sum = 0.0
        for batch in plan:
            pictures, truths = show(learnt, batch, pen)
            loss = ctc_loss(network(pictures), truths)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5)
            optimiser.step()
            schedule.step()
            loss_sum += loss.item()
            keep_mean(mean, network, schedule.last_epoch, KEPT_SHARE)
        right = right_lines(logits_of(mean, held_out), held_out)
        report["rounds"].append({"loss": round(loss_sum / len(plan), 4), "heldOutRight": right})
        seconds = time.process_time() - started
        print(f"round {index + 1}: {report['rounds'][-1]}, {seconds:.0f} s", file=sys.stderr, flush=True)
        export(mean, job["model"])
    if job["earlier"] is not None and job["keepEarlier"] > 0:
        keep_earlier(mean, job["earlier"], job["keepEarlier"])
        export(mean, job["model"])
    report["temperature"] = round(fit_temperature(logits_of(mean, held_out), held_out), 3)
    report["weights"] = sum(weight.numel() for weight in mean.parameters())
    Path(job["report"]).write_text(json.dumps(report), "utf-8")


def export(network: nn.Module, path: str) -> None:
    network.eval()
    torch.onnx.export(
        network,
        torch.zeros(1, 1, HEIGHT_PX, 160),
        path,
        opset_version=13,
        input_names=["lines"],
        output_names=["logits"],
        dynamic_axes={"lines": {0: "count", 3: "width"}, "logits": {0: "count", 3: "frames"}},
    )


if __name__ == "__main__":
    learn(json.loads(Path(sys.argv[1]).read_text("utf-8")))
