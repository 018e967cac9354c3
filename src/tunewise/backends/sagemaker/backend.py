"""SageMaker as a back end: a specification of jobs, and the views of them that it opens."""

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
    # Modules below this one use SageMakerSpec. The help of commands needs only the fields, so everything else
    # is imported when it is used.
    __doc__ = SageMakerSpec.__doc__

    def preview(self, job: Job, paths: ExperimentPaths) -> str:
        """The request, with dots for everything that is computed when the experiment begins."""
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
        """The log on CloudWatch, which has both outputs. stderr: only its end, which is copied once the job
        ends."""
        from tunewise.backends.sagemaker.views import OutputOnCloudWatch

        return super().output(paths, job, stderr) if stderr else OutputOnCloudWatch(paths, job)

    def output_location(self, paths: ExperimentPaths, job: JobId) -> str:
        return f"the log on CloudWatch; once it is over, {paths.job(job).stderr}"

    def alive(self, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
        from tunewise.backends.sagemaker.views import alive

        return alive(paths, jobs)

    @classmethod
    def list_jobs(cls, paths: ExperimentPaths | None, at: str | None, limit: int) -> JobList:
        from tunewise.backends.sagemaker.views import jobs_of

        return jobs_of(paths, at, limit)
