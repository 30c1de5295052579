sudo usermod -aG sudo visitor
