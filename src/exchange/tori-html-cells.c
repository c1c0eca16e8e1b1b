/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/tori-cells.h"

#if HAVE_LIBXML
#include <libxml/HTMLparser.h>
#include <string.h>

/* Tables of other programs, as they put them into the clipboard. HTML of programs is not clean, so libxml2
 * reads it. Where there is none at hand, the text that lies beside it in the clipboard has to do. */

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/* Space as HTML means it: a run of it is one, and none stands where a line begins. */
static void
append_text (GString *text, const char *more)
{
  for (const char *p = more; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (text, *p);
    else if (text->len > 0 && text->str[text->len - 1] != ' ' && text->str[text->len - 1] != '\n')
      g_string_append_c (text, ' ');
}

static void
trim_end (GString *text, const char *what)
{
  while (text->len > 0 && strchr (what, text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);
}

static void
collect_text (const xmlNode *node, GString *text)
{
  for (; node != NULL; node = node->next)
    {
      const gboolean is_block = is_element (node, "p") || is_element (node, "div") || is_element (node, "li");

      if (node->type == XML_TEXT_NODE)
        append_text (text, (const char *) node->content);
      if (is_element (node, "br") || (is_block && text->len > 0 && text->str[text->len - 1] != '\n'))
        {
          trim_end (text, " ");
          g_string_append_c (text, '\n');
        }
      collect_text (node->children, text);
    }
}

static void
add_cell (ToriCells *self, const xmlNode *node)
{
  GString *text = g_string_new (NULL);
  xmlChar *span = xmlGetProp ((xmlNode *) node, (const xmlChar *) "colspan");
  const gint64 columns = span == NULL ? 1 : g_ascii_strtoll ((const char *) span, NULL, 10);

  collect_text (node->children, text);
  trim_end (text, " \n"); /* LibreOffice gives an empty cell a line break */
  tori_cells_add (self, text->str);
  g_string_free (text, TRUE);
  for (gint64 i = 1; i < MIN (columns, 100); i++)
    tori_cells_add (self, "");
  xmlFree (span);
}

static void
collect_rows (ToriCells *self, const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (is_element (node, "tr"))
        tori_cells_begin_row (self);
      if ((is_element (node, "td") || is_element (node, "th")) && tori_cells_get_n_rows (self) > 0)
        add_cell (self, node);
      else
        collect_rows (self, node->children);
    }
}

#endif

/**
 * tori_cells_new_from_html:
 * @html: HTML in UTF-8
 * @size: its length in bytes
 *
 * Returns: (transfer full): the rows of the tables in it; none when there is no table, or when this was
 * built without libxml2
 */
ToriCells *
tori_cells_new_from_html (const char *html, gsize size)
{
  ToriCells *self = tori_cells_new ();
#if HAVE_LIBXML
  htmlDocPtr document;

  g_return_val_if_fail (html != NULL && size <= G_MAXINT, self);

  document =
      htmlReadMemory (html, (int) size, NULL, "utf-8",
                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (document != NULL)
    collect_rows (self, xmlDocGetRootElement (document));
  xmlFreeDoc (document);
#endif
  return self;
}
