/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/tori-text-table.h"

/* A table for a terminal: names on the left, numbers to the right, columns as wide as what stands in them.
 * Kanji and kana take two places, as terminals draw them. */
struct _ToriTextTable
{
  GPtrArray *rows; /* of GPtrArray of text */
};

ToriTextTable *
tori_text_table_new (void)
{
  ToriTextTable *self = g_new0 (ToriTextTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
tori_text_table_free (ToriTextTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * tori_text_table_begin_row:
 * @self: the table
 * @name: what stands at the left
 */
void
tori_text_table_begin_row (ToriTextTable *self, const char *name)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, g_strdelimit (g_strdup (name), "\t\r\n", ' '));
  g_ptr_array_add (self->rows, row);
}

/**
 * tori_text_table_add:
 * @self: the table, which has a row
 * @format: what stands in the next column
 * @...: its arguments
 */
void
tori_text_table_add (ToriTextTable *self, const char *format, ...)
{
  va_list args;
  char *text;

  g_return_if_fail (self->rows->len > 0);

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (g_ptr_array_index (self->rows, self->rows->len - 1), g_strdelimit (text, "\t\r\n", ' '));
}

/**
 * tori_text_width:
 * @text: a line
 *
 * Returns: how many places of a terminal it takes
 */
guint
tori_text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static guint
measure_column (const ToriTextTable *self, guint column)
{
  guint width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);

      if (column < row->len)
        width = MAX (width, tori_text_width (g_ptr_array_index (row, column)));
    }

  return width;
}

static void
append_spaces (GString *out, guint n)
{
  while (n-- > 0)
    g_string_append_c (out, ' ');
}

/**
 * tori_text_table_format:
 * @self: the table
 *
 * Returns: (transfer full): its rows, a line each, without blanks at their ends
 */
char *
tori_text_table_format (ToriTextTable *self)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);
      gsize end = 0;

      for (guint j = 0; j < row->len; j++)
        {
          const char *text = g_ptr_array_index (row, j);
          guint space;

          if (j == widths->len)
            {
              guint width = measure_column (self, j);

              g_array_append_val (widths, width);
            }
          space = g_array_index (widths, guint, j) - tori_text_width (text);
          append_spaces (out, j > 0 ? 2 + space : 0);
          g_string_append (out, text);
          end = *text != '\0' ? out->len : end;
          append_spaces (out, j == 0 ? space : 0);
        }
      g_string_truncate (out, end > 0 ? end : 0);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}
