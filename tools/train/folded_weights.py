"""The weights of a line network with its normalisations taken into its convolutions, as exported networks hold them."""

from pathlib import Path

import numpy
import torch
from torch import nn

from earlier_weights import norms_behind


def folded(network: nn.Module) -> torch.Tensor:
    """Weights and biases of one convolution after the other, as `earlier.bin` has them."""
    norms = norms_behind(network)
    parts = []
    with torch.no_grad():
        for convolution in (module for module in network.modules() if isinstance(module, nn.Conv2d)):
            norm = norms.get(convolution)
            if norm is None:
                parts += [convolution.weight.flatten(), convolution.bias]
                continue
            scale = norm.weight / (norm.running_var + norm.eps).sqrt()
            parts += [(convolution.weight * scale.view(-1, 1, 1, 1)).flatten(), norm.bias - norm.running_mean * scale]
    return torch.cat(parts)


def unfold(network: nn.Module, numbers: torch.Tensor) -> None:
    """Sets a network to such weights; its normalisations change nothing but add the biases."""
    norms = norms_behind(network)
    with torch.no_grad():
        for convolution in (module for module in network.modules() if isinstance(module, nn.Conv2d)):
            sizes = [convolution.weight.numel(), convolution.weight.shape[0]]
            convolution.weight.copy_(numbers[: sizes[0]].view_as(convolution.weight))
            bias = numbers[sizes[0] : sum(sizes)]
            numbers = numbers[sum(sizes) :]
            norm = norms.get(convolution)
            if norm is None:
                convolution.bias.copy_(bias)
                continue
            norm.running_mean.zero_()
            norm.running_var.fill_(1 - norm.eps)
            norm.weight.fill_(1)
            norm.bias.copy_(bias)


def keep_earlier(network: nn.Module, path: str, share: float) -> None:
    """Gives a network the mean of its weights and of those it began with, which count this much.

    Two trainings that began with the same weights lie in one valley: between them is often better than both (Wortsman and
    others 2022). Both networks are of one shape.
    """
    earlier = torch.from_numpy(numpy.fromfile(Path(path).with_suffix(".bin"), dtype=numpy.float32))
    unfold(network, torch.lerp(folded(network), earlier, share))
