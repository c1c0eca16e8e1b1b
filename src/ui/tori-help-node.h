/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ToriHelpNode:
 * @name: (nullable): of an element; NULL for words
 * @text: (nullable): the words
 * @attributes: (element-type utf8 utf8): of an element
 * @children: (element-type ToriHelpNode): what is in it
 *
 * An element of a page of the manual, or words between elements; the file as it is, without what it means.
 */
typedef struct
{
  char *name;
  char *text;
  GHashTable *attributes;
  GPtrArray *children;
} ToriHelpNode;

ToriHelpNode *tori_help_node_parse (const char *path);
void tori_help_node_free (ToriHelpNode *self);
gboolean tori_help_node_is (const ToriHelpNode *node, const char *name);
ToriHelpNode *tori_help_node_find (const ToriHelpNode *node, const char *name);
const char *tori_help_node_get (const ToriHelpNode *node, const char *name);
void tori_help_node_collect (const ToriHelpNode *node, GString *text);
char *tori_help_node_get_words (const ToriHelpNode *node);
void tori_help_append_words (GString *text, const char *words);

G_END_DECLS
