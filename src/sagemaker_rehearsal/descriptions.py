"""Jobs as DescribeTrainingJob and ListTrainingJobs show them."""

import math
from typing import Any

from sagemaker_rehearsal.jobs import Job, Retention
from sagemaker_rehearsal.platform import Platform


def describe(job: Job, platform: Platform) -> dict[str, Any]:
    """The members of DescribeTrainingJob's answer."""
    date = platform.clock.date
    answer = {**job.request, **summarise(job, platform)}
    answer["SecondaryStatusTransitions"] = [
        {
            "Status": transition.status,
            "StartTime": date(transition.start),
            "EndTime": None if transition.end is None else date(transition.end),
            "StatusMessage": transition.message,
        }
        for transition in job.transitions
    ]
    answer["FailureReason"] = job.failure_reason
    if job.training_start is not None:
        answer["TrainingStartTime"] = date(job.training_start)
    if job.model is not None:
        answer["ModelArtifacts"] = {"S3ModelArtifacts": job.model}
    if job.ended and job.training_start is not None:
        answer["TrainingTimeInSeconds"] = max(1, whole(job.trained))
        answer["BillableTimeInSeconds"] = billable_seconds(
            job, platform.clock.now(), platform.profile.spot_saving
        )
    return answer


def billable_seconds(job: Job, now: float, spot_saving: float) -> int:
    """What a job is billed for up to a moment, in whole seconds; 0 where it never had an instance."""
    if job.training_start is None:
        return 0
    running = 0.0 if job.run_start is None else now - job.run_start
    return max(1, whole((job.trained + running) * (1 - spot_saving if job.spot else 1)))


def whole(seconds: float) -> int:
    """Seconds that have begun; what a sum of moments is off by is none."""
    return math.ceil(round(seconds, 6))


def summarise(job: Job, platform: Platform) -> dict[str, Any]:
    """The members that a list shows, too."""
    date = platform.clock.date
    summary = {
        "TrainingJobName": job.name,
        "TrainingJobArn": job.arn,
        "CreationTime": date(job.created),
        "LastModifiedTime": date(job.modified),
        "TrainingJobStatus": job.status,
        "SecondaryStatus": job.secondary,
    }
    if job.training_end is not None:
        summary["TrainingEndTime"] = date(job.training_end)
    if job.retention is not None:
        summary["WarmPoolStatus"] = _warm_pool(job.retention, platform.clock.now())
    return summary


def _warm_pool(retention: Retention, now: float) -> dict[str, Any]:
    status: dict[str, Any] = {"Status": retention.status}
    if retention.until is not None:
        status["ResourceRetainedBillableTimeInSeconds"] = whole(retention.seconds(now))
    if retention.reused_by is not None:
        status["ReusedByJob"] = retention.reused_by
    return status
