"""The mean of a network's weights over its last batches, which reads better than any of them (Polyak and Juditsky 1992)."""

import torch
from torch import nn


def keep_mean(mean: nn.Module, network: nn.Module, step: int, kept_share: float) -> None:
    """Moves the mean of the weights towards the network's: over about the last 1 / (1 - kept_share) steps. At first fast, so that
    it forgets where it began."""
    kept = min(kept_share, step / (step + 10))
    with torch.no_grad():
        for old, new in zip(mean.state_dict().values(), network.state_dict().values()):
            if old.dtype.is_floating_point:
                old.lerp_(new, 1 - kept)
            else:
                old.copy_(new)
