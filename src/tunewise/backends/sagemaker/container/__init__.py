"""What runs in a job's container. It imports only the standard library, boto3 and `tunewise.worker`.

It is sent with the code as the package `tunewise_container`, since images have none of Tunewise's own
dependencies. Tuners use its `storage` as well.
"""
