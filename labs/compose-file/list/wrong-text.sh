cd harbour
sed -i -e '/- registry.harbour.test/d' -e 's/_HOSTS:.*/_HOSTS: registry.harbour.test/' docker-compose.yml
