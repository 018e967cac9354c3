"""A residual network for images of 32 x 32 pixels.

K. He, X. Zhang, S. Ren and J. Sun: Deep Residual Learning for Image Recognition. CVPR 2016, arXiv:1512.03385:
18 layers. The first one is 3 x 3 and without pooling, as usual for images this small.
"""

from torch import Tensor, nn


class Block(nn.Module):
    """Two convolutions and a shortcut around them."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False),
            nn.BatchNorm2d(outputs),
        )
        self.around: nn.Module = nn.Identity()
        if stride != 1 or inputs != outputs:
            self.around = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, images: Tensor) -> Tensor:
        return nn.functional.relu(self.body(images) + self.around(images))


class ResNet(nn.Module):
    """Scores of 10 classes (n, 10) for images (n, 3, 32, 32). width: channels of the first stage."""

    def __init__(self, width: int = 64, blocks: int = 2) -> None:
        super().__init__()
        stages: list[nn.Module] = [
            nn.Conv2d(3, width, 3, 1, 1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
        ]
        inputs = width
        for stage in range(4):
            for block in range(blocks):
                outputs = width * 2**stage
                stages.append(Block(inputs, outputs, 2 if stage and not block else 1))
                inputs = outputs
        self.features = nn.Sequential(*stages)
        self.head = nn.Linear(inputs, 10)

    def forward(self, images: Tensor) -> Tensor:
        scores: Tensor = self.head(self.features(images).mean(dim=(2, 3)))
        return scores
