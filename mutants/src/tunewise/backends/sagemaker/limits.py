"""What SageMaker's CreateTrainingJob takes: checked before anything is asked, each in one sentence.

The numbers are those of the service's own model (botocore's `sagemaker`, shapes of CreateTrainingJob).
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

MOST_HYPERPARAMETERS = 100
LONGEST_HYPERPARAMETER_NAME = 256
LONGEST_HYPERPARAMETER = 2500
TAKEN = "sagemaker_"  # how hyperparameters begin that are for the toolkits in images
MOST_VARIABLES = 100
LONGEST_VARIABLE = 512  # of the name and of the value
MOST_CHANNELS = 20
LONGEST_CHANNEL = 64
MOST_TAGS = 50
LONGEST_TAG_KEY = 128
LONGEST_TAG = 256
LONGEST_URI = 1024
LONGEST_IMAGE = 255
LONGEST_ROLE = 2048
MOST_SUBNETS = 16
MOST_SECURITY_GROUPS = 5
LONGEST_NETWORK_ID = 32
LONGEST_KMS_KEY = 2048
LONGEST_PLAN = 2048
LONGEST_RUN = 28 * 24 * 3600  # seconds
USUAL_RUN = 432_000  # seconds: the quota of an account that never asked for more
USUAL_VOLUME = 1024  # GB: likewise
SMALLEST_OWN_DISK = 75  # GB: of ml.r5d.large
SHORTEST_PENDING = 1800  # seconds
LONGEST_PENDING = 28 * 24 * 3600  # seconds
LONGEST_KEEP_ALIVE = 6 * 3600  # seconds
MOST_RETRIES = 30
LARGEST_VOLUME = 16384  # GB; the model has no limit, EBS has

_ROLE = re.compile(r"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-/]+")
_PLAN = re.compile(r"arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:\d{12}:training-plan/[a-zA-Z0-9-]+")
_CHANNEL = re.compile(r"[A-Za-z0-9.\-_]+")
_VARIABLE = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*")
_NETWORK_ID = re.compile(r"[-0-9a-zA-Z]+")
_OWN_DISK = re.compile(r"ml\.([a-z]+\d+[a-z]*d[a-z]*|g5|g6e?|g7e|p5\w*|p6\S*|trn[12]n?)\.")
"""Types with NVMe storage: families with a d behind the number, and others (as AWS's sagemaker-core 2.27)."""
_INSTANCE = re.compile(r"ml\.[a-z0-9-]+\.[a-z0-9-]+")
_ACCESS_POINT = r"arn:aws[a-z-]*:s3:[a-z0-9-]+:\d{12}:accesspoint/[a-z0-9-]+"
_LINE_END = re.compile("[\n\r\x85\u2028\u2029]")
_S3 = re.compile(rf"s3://({_ACCESS_POINT}|[a-z0-9][a-z0-9.-]{{1,61}}[a-z0-9])(/[^\n\r\x85\u2028\u2029]*)?")
_SIGNS_OF_TAGS = frozenset("_.:/=+-@")
_NO_SUCH_VALUE = re.compile(
    r"Value '([^']*)' at '([^']*)' failed to satisfy constraint: "
    r"Member must satisfy enum value set: \[(.*?)\]"
)


class LimitError(ValueError):
    """Something that SageMaker would refuse; the message says what to change."""


def check_count(what: str, number: int, most: int) -> None:
    if number > most:
        raise LimitError(f"There are {number} {what}, and SageMaker takes {most}: leave some out.")


def check_length(what: str, text: str, most: int) -> None:
    if len(text) > most:
        raise LimitError(f"{what} has {len(text)} characters, and SageMaker takes {most}: shorten it.")


def check_role(role: str) -> None:
    check_length("role", role, LONGEST_ROLE)
    if _ROLE.fullmatch(role) is None:
        raise LimitError(
            f"role is {role!r}: give the ARN of the role that the jobs get, such as "
            "arn:aws:iam::123456789012:role/training."
        )


def check_plan(plan: str) -> None:
    check_length("training_plan", plan, LONGEST_PLAN)
    if _PLAN.fullmatch(plan) is None:
        raise LimitError(
            f"training_plan is {plan!r}: give the plan's ARN, such as "
            "arn:aws:sagemaker:us-east-1:123456789012:training-plan/ours."
        )


def check_image(image: str) -> None:
    check_length("image", image, LONGEST_IMAGE)
    if not image or any(character.isspace() for character in image):
        raise LimitError(f"image is {image!r}: give the URI of a container image in ECR.")


def check_instance_type(instance_type: str) -> None:
    if _INSTANCE.fullmatch(instance_type) is None:
        raise LimitError(f"instance_type is {instance_type!r}: give one of SageMaker's, as ml.g4dn.xlarge.")


def has_own_disk(instance_type: str) -> bool:
    """Whether jobs get the instance's own storage, of a fixed size, in place of a volume."""
    return _OWN_DISK.match(instance_type) is not None


def check_volume_key(key: str, instance_type: str) -> None:
    check_length("volume_kms_key", key, LONGEST_KMS_KEY)
    if has_own_disk(instance_type):
        raise LimitError(
            f"volume_kms_key is for volumes, and {instance_type} has a disk of its own that is encrypted by "
            "hardware: leave it out."
        )


def doubts(instance_type: str, max_run: int, volume_gb: int) -> list[str]:
    """What AWS may refuse, though it doesn't refuse it to all accounts; a sentence for each."""
    told = []
    if max_run > USUAL_RUN:
        told.append(
            f"A job may run for {max_run} s, and accounts allow {USUAL_RUN} s at first: ask AWS for more "
            "(Service Quotas, 'Longest run time for a training job')."
        )
    if has_own_disk(instance_type):
        if volume_gb > SMALLEST_OWN_DISK:
            told.append(
                f"{instance_type} has a disk of its own, whose size nobody can choose: AWS may refuse "
                f"volume_gb={volume_gb} if that is more."
            )
    elif volume_gb > USUAL_VOLUME:
        told.append(
            f"A job needs {volume_gb} GB of disk, and accounts allow {USUAL_VOLUME} GB at first: ask AWS for "
            "more (Service Quotas, 'Size of EBS volume for a training job instance')."
        )
    return told


def check_uri(name: str, uri: str, room: int = 0) -> None:
    """room: characters that are to be added to the URI."""
    if _S3.fullmatch(uri) is None:
        raise LimitError(f"{name} is {uri!r}: give a place on S3, as s3://BUCKET/PREFIX.")
    if "//" in uri.removeprefix("s3://"):
        raise LimitError(
            f"{name} is {uri!r}, and SageMaker downloads no key with // in it: give a place without."
        )
    check_length(name, uri, LONGEST_URI - room)


def check_names(arguments: Iterable[str]) -> None:
    """Of a script's arguments."""
    taken = next((name for name in arguments if name.startswith(TAKEN)), None)
    if taken is not None:
        raise LimitError(
            f"The argument {taken!r} would never get to the script, as SageMaker keeps names that begin with "
            f"{TAKEN} for itself: give it another name."
        )


def check_hyperparameters(hyperparameters: Mapping[str, str]) -> None:
    check_count("hyperparameters", len(hyperparameters), MOST_HYPERPARAMETERS)
    for name, value in hyperparameters.items():
        check_length(f"The name of the hyperparameter {name[:40]!r}", name, LONGEST_HYPERPARAMETER_NAME)
        check_length(f"The value of the hyperparameter {name!r}", value, LONGEST_HYPERPARAMETER)
        if _LINE_END.search(name) or _LINE_END.search(value):
            raise LimitError(
                f"The hyperparameter {name!r} has a line break, which SageMaker refuses: write it otherwise."
            )


def check_environment(environment: Mapping[str, str]) -> None:
    check_count("environment variables with our own", len(environment), MOST_VARIABLES)
    for name, value in environment.items():
        check_length(f"The name of the environment variable {name[:40]!r}", name, LONGEST_VARIABLE)
        check_length(f"The value of the environment variable {name[:40]!r}", value, LONGEST_VARIABLE)
        if _VARIABLE.fullmatch(name) is None:
            raise LimitError(
                f"{name!r} can't name an environment variable: use letters, digits and underscores."
            )


def check_channels(names: Sequence[str]) -> None:
    """names: with our own channel."""
    check_count("channels with our own", len(names), MOST_CHANNELS)
    for name in names:
        check_length(f"The name of the channel {name[:40]!r}", name, LONGEST_CHANNEL)
        if _CHANNEL.fullmatch(name) is None:
            raise LimitError(f"{name!r} can't name a channel: use letters, digits, '.', '-' and '_'.")


def check_tags(tags: Mapping[str, str]) -> None:
    """tags: with our own."""
    check_count("tags with our own", len(tags), MOST_TAGS)
    for key, value in tags.items():
        check_length(f"The key of the tag {key[:40]!r}", key, LONGEST_TAG_KEY)
        check_length(f"The value of the tag {key[:40]!r}", value, LONGEST_TAG)
        if not key or key.lower().startswith("aws:") or not _fits_tags(key + value):
            raise LimitError(
                f"The tag {key!r}={value!r} can't be: use letters, digits, spaces and _.:/=+-@, and no key "
                "that begins with aws:."
            )


def _fits_tags(text: str) -> bool:
    """Letters, numbers and separators of any script, to which a tab doesn't belong."""
    return all(sign in _SIGNS_OF_TAGS or unicodedata.category(sign)[0] in "LNZ" for sign in text)


def check_network(subnets: Sequence[str], security_groups: Sequence[str]) -> None:
    if bool(subnets) != bool(security_groups):
        raise LimitError("A VPC takes both subnets and security_groups: give the other one, too.")
    check_count("subnets", len(subnets), MOST_SUBNETS)
    check_count("security groups", len(security_groups), MOST_SECURITY_GROUPS)
    for name in (*subnets, *security_groups):
        check_length(f"{name[:40]!r} of the VPC", name, LONGEST_NETWORK_ID)
        if _NETWORK_ID.fullmatch(name) is None:
            raise LimitError(f"{name!r} is neither a subnet nor a security group: give its id.")


def in_short(message: str) -> str:
    """The service's words without the hundreds of values that it lists for one that it doesn't take."""

    def named(match: re.Match[str]) -> str:
        value, member, known = match.groups()
        close = difflib.get_close_matches(value, known.split(", "), n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        return f"{member} is {value!r}, which AWS doesn't know{hint}"

    return _NO_SUCH_VALUE.sub(named, message)
