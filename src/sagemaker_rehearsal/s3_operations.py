"""Names of S3's operations, which its requests don't say but in their method and query."""

from sagemaker_rehearsal.http_messages import Request

_OF_OBJECTS = {"GET": "GetObject", "PUT": "PutObject", "HEAD": "HeadObject", "DELETE": "DeleteObject"}
_OF_BUCKETS = {"GET": "ListObjects", "PUT": "CreateBucket", "HEAD": "HeadBucket", "DELETE": "DeleteBucket"}


def name_of_s3_operation(request: Request) -> str:
    """The operation as S3's documentation calls it; of rare ones the method and the query."""
    query = request.query
    parts = request.path.strip("/").split("/", 1)
    if parts == [""]:
        return "ListBuckets"
    if "uploadId" in query or "uploads" in query:
        return _of_multipart(request.method, query)
    if len(parts) == 2 and parts[1]:
        if request.method == "PUT" and "x-amz-copy-source" in request.headers:
            return "CopyObject"
        return _OF_OBJECTS.get(request.method, request.method)
    if "delete" in query:
        return "DeleteObjects"
    if query.get("list-type") == ["2"]:
        return "ListObjectsV2"
    special = [
        name for name in query if name in ("location", "versioning", "policy", "tagging", "encryption")
    ]
    return f"{request.method} {special[0]}" if special else _OF_BUCKETS.get(request.method, request.method)


def _of_multipart(method: str, query: dict[str, list[str]]) -> str:
    if "uploads" in query:
        return "CreateMultipartUpload" if method == "POST" else "ListMultipartUploads"
    names = {"PUT": "UploadPart", "POST": "CompleteMultipartUpload", "DELETE": "AbortMultipartUpload"}
    return names.get(method, "ListParts")
