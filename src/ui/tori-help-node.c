/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-help-node.h"

void
tori_help_node_free (ToriHelpNode *self)
{
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

static ToriHelpNode *
node_new (const char *name, const char *text)
{
  ToriHelpNode *self = g_new0 (ToriHelpNode, 1);

  self->name = g_strdup (name);
  self->text = g_strdup (text);
  self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) tori_help_node_free);
  return self;
}

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  GQueue *open = data;
  ToriHelpNode *parent = g_queue_peek_tail (open);
  ToriHelpNode *node = node_new (name, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (node->attributes, g_strdup (names[i]), g_strdup (values[i]));
  g_ptr_array_add (parent->children, node);
  g_queue_push_tail (open, node);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  g_queue_pop_tail (data);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_autofree char *copy = g_strndup (text, length);
  ToriHelpNode *parent = g_queue_peek_tail (data);

  g_ptr_array_add (parent->children, node_new (NULL, copy));
}

/**
 * tori_help_node_parse:
 * @path: a page of the manual
 *
 * Returns: (transfer full) (nullable): a node around the page; NULL when it cannot be read
 */
ToriHelpNode *
tori_help_node_parse (const char *path)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  g_autofree char *text = NULL;
  gsize length;
  GQueue open = G_QUEUE_INIT;
  ToriHelpNode *top = node_new (NULL, NULL);
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &open, NULL);

  g_queue_push_tail (&open, top);
  if (!g_file_get_contents (path, &text, &length, NULL)
      || !g_markup_parse_context_parse (context, text, (gssize) length, NULL)
      || !g_markup_parse_context_end_parse (context, NULL))
    g_clear_pointer (&top, tori_help_node_free);
  g_queue_clear (&open);
  return top;
}

gboolean
tori_help_node_is (const ToriHelpNode *node, const char *name)
{
  return g_strcmp0 (node->name, name) == 0;
}

/**
 * tori_help_node_find:
 * @node: an element
 * @name: of an element
 *
 * Returns: (transfer none) (nullable): the first such element directly in it
 */
ToriHelpNode *
tori_help_node_find (const ToriHelpNode *node, const char *name)
{
  for (guint i = 0; i < node->children->len; i++)
    if (tori_help_node_is (node->children->pdata[i], name))
      return node->children->pdata[i];
  return NULL;
}

/**
 * tori_help_node_get:
 * @node: an element
 * @name: of an attribute
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
tori_help_node_get (const ToriHelpNode *node, const char *name)
{
  return g_hash_table_lookup (node->attributes, name);
}

/**
 * tori_help_node_collect:
 * @node: a node
 * @text: gets all words in it, as they stand in the file
 */
void
tori_help_node_collect (const ToriHelpNode *node, GString *text)
{
  if (node->text != NULL)
    g_string_append (text, node->text);
  for (guint i = 0; i < node->children->len; i++)
    tori_help_node_collect (node->children->pdata[i], text);
}

/* Line breaks of the source mean a blank. */
void
tori_help_append_words (GString *text, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) || c == 0x3000)
        g_string_append_unichar (text, c);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
}

/**
 * tori_help_node_get_words:
 * @node: (nullable): a node
 *
 * Returns: (transfer full): all words in it, in one line
 */
char *
tori_help_node_get_words (const ToriHelpNode *node)
{
  g_autoptr (GString) content = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  if (node != NULL)
    tori_help_node_collect (node, content);
  tori_help_append_words (text, content->str);
  g_strstrip (text->str);
  return g_string_free (text, FALSE);
}
