"""Lets a line network begin with what an earlier training left (see tools/train/lines/earlier-weights.ts)."""

import json
from pathlib import Path
from typing import Callable, Iterable

import numpy
import torch
from torch import nn

# So much of what a layer that the earlier network lacks makes is added at the beginning.
NEW_LAYER_SHARE = 0.1


def take_earlier(network: nn.Module, path: str, alphabet: list[str], pictures: Callable[[], Iterable[torch.Tensor]]) -> None:
    """Sets the weights. Layers that the earlier network lacks stand before the last, which tells letters apart.

    An exported network holds convolutions and their normalisation as one. They are taken apart again by what the convolutions
    make of `pictures`, so that the network computes the same as before whether it learns or not.
    """
    earlier = json.loads(Path(path).read_text("utf-8"))
    numbers = torch.from_numpy(numpy.fromfile(Path(path).with_suffix(".bin"), dtype=numpy.float32))
    layers = []
    for shape in earlier["shapes"]:
        sizes = [int(numpy.prod(shape)), shape[0]]
        layers.append((numbers[: sizes[0]].reshape(shape), numbers[sizes[0] : sum(sizes)]))
        numbers = numbers[sum(sizes) :]
    *convolutions, last = [module for module in network.modules() if isinstance(module, nn.Conv2d)]
    with torch.no_grad():
        take_letters(last, layers.pop(), earlier["alphabet"], alphabet)
        norms = norms_behind(network)
        for convolution, (weights, biases) in zip(convolutions, layers):
            convolution.weight.copy_(weights)
            norms[convolution].bias.copy_(biases)
        for convolution in convolutions[len(layers) :]:
            norms[convolution].weight.fill_(NEW_LAYER_SHARE)
        split_norms(network, norms, pictures)


def norms_behind(network: nn.Module) -> dict[nn.Module, nn.BatchNorm2d]:
    """The normalisation that follows each convolution. They begin with a mean of 0 and a deviation of 1: they change nothing."""
    modules = [module for module in network.modules() if isinstance(module, (nn.Conv2d, nn.BatchNorm2d))]
    return {one: other for one, other in zip(modules, modules[1:]) if isinstance(other, nn.BatchNorm2d)}


def take_letters(last: nn.Conv2d, layer: tuple[torch.Tensor, torch.Tensor], earlier: list[str], alphabet: list[str]) -> None:
    weights, biases = layer
    places = {character: at for at, character in enumerate(["", *earlier])}
    for at, character in enumerate(["", *alphabet]):
        if character in places:
            last.weight[at].copy_(weights[places[character]])
            last.bias[at].copy_(biases[places[character]])
        else:
            # As unlikely as the least likely of those that it knows.
            last.weight[at].zero_()
            last.bias[at].copy_(biases.min())


def split_norms(
    network: nn.Module, norms: dict[nn.Module, nn.BatchNorm2d], pictures: Callable[[], Iterable[torch.Tensor]]
) -> None:
    """Gives each normalisation the mean and the deviation of what comes in, and takes them back by its own weights."""
    sums: dict[nn.Module, list[torch.Tensor]] = {convolution: [] for convolution in norms}

    def watch(convolution: nn.Module, _, made: torch.Tensor) -> None:
        sums[convolution].append(torch.stack([made.mean((0, 2, 3)), made.square().mean((0, 2, 3))]))

    hooks = [convolution.register_forward_hook(watch) for convolution in norms]
    network.eval()
    for batch in pictures():
        network(batch)
    for hook in hooks:
        hook.remove()
    for convolution, norm in norms.items():
        mean, square = torch.stack(sums[convolution]).mean(0)
        variance = (square - mean.square()).clamp(min=1e-6)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.bias.add_(norm.weight * mean)
        norm.weight.mul_((variance + norm.eps).sqrt())
