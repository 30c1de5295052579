docker network create --subnet 10.20.30.0/24 pier
