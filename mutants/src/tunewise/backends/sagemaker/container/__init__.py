"""What runs in the container: the standard library, boto3 and `tunewise.worker` alone.

It travels with the code as the package `tunewise_container`, since an image has none of Tunewise's own
dependencies.
"""
