sudo usermod -G docker visitor
