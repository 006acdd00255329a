"""From a file's text to a draft: blocks, links, images, quotations and front matter, each with its place."""
