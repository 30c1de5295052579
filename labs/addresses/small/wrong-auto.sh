docker network create pier
