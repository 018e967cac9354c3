"""A causal transformer language model over words, and its loss.

The architecture is the one of the usual word-language-model example: embeddings scaled by sqrt(d_model),
sinusoidal positions, post-norm blocks with ReLU, and a decoder whose weights are not tied to the embedding.
Shapes: B streams, S steps, D = d_model, H heads, V words.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

LOGIT_ROWS_ON_CPU = 128
"""Rows of logits computed at a time on a CPU: few enough to reuse memory that the process already has.

All rows at once would need new memory in every step; its page faults took up to a third of the time.
"""


class Block(nn.Module):
    """Causal self-attention, then a two-layer perceptron; each with dropout, a shortcut and then a norm."""

    def __init__(self, d_model: int, nhead: int, d_ff: int, dropout: float) -> None:
        super().__init__()
        self._nhead = nhead
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.merge = nn.Linear(d_model, d_model)
        self.widen = nn.Linear(d_model, d_ff)
        self.narrow = nn.Linear(d_ff, d_model)
        self.norm_attention = nn.LayerNorm(d_model)
        self.norm_feedforward = nn.LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)
        nn.init.xavier_uniform_(self.qkv.weight)
        nn.init.zeros_(self.qkv.bias)
        nn.init.zeros_(self.merge.bias)

    def forward(self, x: Tensor) -> Tensor:
        """(B, S, D) -> (B, S, D)."""
        x = self.norm_attention(x + self.dropout(self._attend(x)))
        inner = self.dropout(F.relu(self.widen(x)))
        normed: Tensor = self.norm_feedforward(x + self.dropout(self.narrow(inner)))
        return normed

    def _attend(self, x: Tensor) -> Tensor:
        batch, steps, d_model = x.shape
        heads = self.qkv(x).view(batch, steps, 3, self._nhead, d_model // self._nhead)
        q, k, v = heads.permute(2, 0, 3, 1, 4)  # each (B, H, S, D / H)
        dropout = self.dropout.p if self.training else 0.0
        mixed = F.scaled_dot_product_attention(q, k, v, dropout_p=dropout, is_causal=True)
        merged: Tensor = self.merge(mixed.transpose(1, 2).reshape(batch, steps, d_model))
        return merged


class LanguageModel(nn.Module):
    """Predicts each next word of a window from the words of the window up to it."""

    positions: Tensor

    def __init__(
        self,
        words: int,
        *,
        d_model: int,
        nlayers: int,
        nhead: int,
        ffn_ratio: float,
        dropout: float,
        max_steps: int,
    ) -> None:
        super().__init__()
        d_ff = max(1, round(ffn_ratio * d_model))
        self.embedding = nn.Embedding(words, d_model)
        self.dropout = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(Block(d_model, nhead, d_ff, dropout) for _ in range(nlayers))
        self.decoder = nn.Linear(d_model, words)
        # depends on the shape alone, so checkpoints don't need it
        self.register_buffer("positions", sinusoids(max_steps, d_model), persistent=False)
        nn.init.uniform_(self.embedding.weight, -0.1, 0.1)
        nn.init.uniform_(self.decoder.weight, -0.1, 0.1)
        nn.init.zeros_(self.decoder.bias)

    def hidden(self, tokens: Tensor) -> Tensor:
        """Token ids (B, S) -> the last block's states (B, S, D)."""
        steps, d_model = tokens.shape[1], self.embedding.embedding_dim
        embedded = self.embedding(tokens) * math.sqrt(d_model)
        x: Tensor = self.dropout(embedded + self.positions[:steps])
        for block in self.blocks:
            x = block(x)
        return x

    def forward(self, tokens: Tensor) -> Tensor:
        """Token ids (B, S) -> logits of the next words (B, S, V)."""
        logits: Tensor = self.decoder(self.hidden(tokens))
        return logits

    def loss(self, tokens: Tensor, targets: Tensor) -> Tensor:
        """The mean cross-entropy, in nats per token, of `targets` (B, S), the words after `tokens` (B, S)."""
        hidden = self.hidden(tokens).flatten(0, 1)
        rows = LOGIT_ROWS_ON_CPU if hidden.device.type == "cpu" else len(hidden)
        return chunked_cross_entropy(hidden, self.decoder, targets.flatten(), rows)


def chunked_cross_entropy(hidden: Tensor, decoder: nn.Module, targets: Tensor, rows: int) -> Tensor:
    """The exact mean cross-entropy of `decoder(hidden)`, with the logits computed `rows` rows at a time.

    hidden: (N, D). targets: (N,) word ids. Returns a scalar in nats.
    """
    chunks = zip(torch.split(hidden, rows), torch.split(targets, rows), strict=True)
    losses = [F.cross_entropy(decoder(states), words, reduction="sum") for states, words in chunks]
    return torch.stack(losses).sum() / len(targets)


def sinusoids(steps: int, d_model: int) -> Tensor:
    """Sines and cosines of geometrically spaced frequencies, (steps, d_model)."""
    position = torch.arange(steps, dtype=torch.float32)[:, None]
    frequency = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10_000.0) / d_model))
    angle = position * frequency
    return torch.stack((angle.sin(), angle.cos()), dim=-1).flatten(1)
