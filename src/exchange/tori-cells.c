/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/tori-cells.h"

#include <string.h>

/*
 * Spreadsheets put two forms into the clipboard: an HTML table, and lines of cells between tabs. In the
 * latter a cell with a tab, a line break or a quotation mark stands between quotation marks, and its own are
 * doubled; so do Excel, LibreOffice and Gnumeric.
 */
struct _ToriCells
{
  GPtrArray *rows; /* GPtrArray of char * */
};

/**
 * tori_cells_new:
 *
 * Returns: (transfer full): cells without a row; free with tori_cells_free()
 */
ToriCells *
tori_cells_new (void)
{
  ToriCells *self = g_new0 (ToriCells, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * tori_cells_free:
 * @self: (nullable): cells
 */
void
tori_cells_free (ToriCells *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * tori_cells_begin_row:
 * @self: cells
 *
 * What is added from now on stands in a new row.
 */
void
tori_cells_begin_row (ToriCells *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

static void
take (ToriCells *self, char *text)
{
  g_ptr_array_add (self->rows->pdata[self->rows->len - 1], text);
}

/**
 * tori_cells_add:
 * @self: cells with a row
 * @text: what stands in the next cell of the last row; lines end with a line feed
 */
void
tori_cells_add (ToriCells *self, const char *text)
{
  g_return_if_fail (self != NULL && self->rows->len > 0);

  take (self, g_strdup (text));
}

guint
tori_cells_get_n_rows (const ToriCells *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * tori_cells_get_n_columns:
 * @self: cells
 *
 * Returns: how many cells the longest row has
 */
guint
tori_cells_get_n_columns (const ToriCells *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    n = MAX (n, ((GPtrArray *) self->rows->pdata[i])->len);
  return n;
}

/**
 * tori_cells_get:
 * @self: cells
 * @row: a row
 * @column: a column
 *
 * Returns: what stands there, "" outside
 */
const char *
tori_cells_get (const ToriCells *self, guint row, guint column)
{
  GPtrArray *cells;

  g_return_val_if_fail (self != NULL, "");

  cells = row < self->rows->len ? self->rows->pdata[row] : NULL;
  return cells != NULL && column < cells->len ? cells->pdata[column] : "";
}

/* --- Lines of cells between tabs --- */

static void
append_quoted (GString *tsv, const char *text)
{
  if (strpbrk (text, "\t\n\"") == NULL)
    {
      g_string_append (tsv, text);
      return;
    }
  g_string_append_c (tsv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (tsv, '"');
      g_string_append_c (tsv, *p);
    }
  g_string_append_c (tsv, '"');
}

/**
 * tori_cells_to_tsv:
 * @self: cells
 *
 * Returns: (transfer full): lines of cells between tabs
 */
char *
tori_cells_to_tsv (const ToriCells *self)
{
  GString *tsv = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (tsv, FALSE));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *cells = self->rows->pdata[i];

      for (guint k = 0; k < cells->len; k++)
        {
          if (k > 0)
            g_string_append_c (tsv, '\t');
          append_quoted (tsv, cells->pdata[k]);
        }
      g_string_append_c (tsv, '\n');
    }
  return g_string_free (tsv, FALSE);
}

/* A cell's text from @p on, which moves behind it. A quotation mark that is not at the beginning of a cell,
 * or that nothing closes, is one of the text. */
static char *
read_cell (const char **p)
{
  GString *text = g_string_new (NULL);
  const char *at = *p;

  if (*at == '"' && strchr (at + 1, '"') != NULL)
    {
      for (at++; *at != '\0' && (*at != '"' || at[1] == '"'); at++)
        {
          at += *at == '"' ? 1 : 0;
          if (*at != '\r')
            g_string_append_c (text, *at);
        }
      at += *at == '"' ? 1 : 0;
    }
  for (; *at != '\0' && strchr ("\t\r\n", *at) == NULL; at++)
    g_string_append_c (text, *at);
  *p = at;
  return g_string_free (text, FALSE);
}

/**
 * tori_cells_new_from_tsv:
 * @text: lines of cells between tabs
 *
 * Returns: (transfer full): the cells
 */
ToriCells *
tori_cells_new_from_tsv (const char *text)
{
  ToriCells *self = tori_cells_new ();

  g_return_val_if_fail (text != NULL, self);

  for (const char *p = text; *p != '\0';)
    {
      tori_cells_begin_row (self);
      take (self, read_cell (&p));
      while (*p == '\t')
        {
          p++;
          take (self, read_cell (&p));
        }
      p += *p == '\r' ? 1 : 0;
      p += *p == '\n' ? 1 : 0;
    }
  return self;
}

/* --- HTML --- */

static void
append_escaped (GString *html, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (html, "%s%s", i > 0 ? "<br>" : "", line);
    }
}

/**
 * tori_cells_to_html:
 * @self: cells
 *
 * Without the style Excel would begin a row of the sheet at each line break, and take 1-2 for a date.
 *
 * Returns: (transfer full): a table, as UTF-8
 */
char *
tori_cells_to_html (const ToriCells *self)
{
  GString *html = g_string_new ("<html><head><meta http-equiv=\"Content-Type\" "
                                "content=\"text/html; charset=utf-8\"><style>br {mso-data-placement: "
                                "same-cell} td {mso-number-format: '\\@'; vertical-align: top; "
                                "white-space: pre-wrap}</style></head><body><table border=\"1\">");

  g_return_val_if_fail (self != NULL, g_string_free (html, FALSE));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *cells = self->rows->pdata[i];

      g_string_append (html, "<tr>");
      for (guint k = 0; k < cells->len; k++)
        {
          g_string_append (html, "<td>");
          append_escaped (html, cells->pdata[k]);
          g_string_append (html, "</td>");
        }
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table></body></html>");
  return g_string_free (html, FALSE);
}
