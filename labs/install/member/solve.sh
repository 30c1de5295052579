sudo usermod -aG docker visitor
