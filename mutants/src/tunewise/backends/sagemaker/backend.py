"""SageMaker as a user says it: what specifies jobs there, and what is done with it."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from tunewise.backends.base import Job
from tunewise.backends.job_views import JobList, JobOutput
from tunewise.backends.sagemaker.names import CODE, Places, slug
from tunewise.backends.sagemaker.requests import create_request
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.backends.tracked import TrackedJobs
from tunewise.clock import RealClock
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId


@dataclass(frozen=True, repr=False)
class SageMakerBackend(SageMakerSpec):
    # All below this module knows the plain specification alone. What acts is imported once it does, as the
    # help of commands needs nothing but fields.
    __doc__ = SageMakerSpec.__doc__

    def preview(self, job: Job, paths: ExperimentPaths) -> str:
        """The request, with dots for what is drawn or computed when the experiment begins."""
        places = Places.below(self.s3, f"{slug(paths.name)}-...")
        data = {
            name: place if place.startswith("s3:") else places.uri(places.data(name, "..."))
            for name, place in self.channels.items()
        }
        request = create_request(self, places, {CODE: places.uri(places.code("...")), **data}, job)
        request["Environment"] |= {name: f"(${name} of the tuner)" for name in self.pass_environment}
        return json.dumps(request, indent=2)

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> TrackedJobs:
        from tunewise.backends.sagemaker.platform import SageMakerPlatform

        clock = RealClock(elapsed)
        return TrackedJobs(SageMakerPlatform(self, paths, clock), clock)

    def output(self, paths: ExperimentPaths, job: JobId, stderr: bool = False) -> JobOutput:
        """The log on CloudWatch, which has both; stderr: its end, which is kept here once the job is over."""
        from tunewise.backends.sagemaker.printed import OutputOnCloudWatch

        return super().output(paths, job, stderr) if stderr else OutputOnCloudWatch(paths, job)

    def output_location(self, paths: ExperimentPaths, job: JobId) -> str:
        return f"the log on CloudWatch; once it is over, {paths.job(job).stderr}"

    def alive(self, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
        from tunewise.backends.sagemaker.printed import alive

        return alive(paths, jobs)

    @classmethod
    def list_jobs(cls, paths: ExperimentPaths | None, at: str | None, limit: int) -> JobList:
        from tunewise.backends.sagemaker.account import jobs_of

        return jobs_of(paths, at, limit)
