docker network create --subnet 10.20.30.16/29 pier
