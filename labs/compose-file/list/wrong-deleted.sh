cd harbour
sed -i -e '/environment:/d' -e '/REGISTRY_/d' -e '/- registry.harbour.test/d' docker-compose.yml
