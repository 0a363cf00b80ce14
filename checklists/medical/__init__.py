"""Medical care and first aid: that anyone taken ill or hurt gets help within minutes."""
