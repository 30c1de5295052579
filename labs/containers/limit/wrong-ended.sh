docker run --name small -m 64m busybox true
