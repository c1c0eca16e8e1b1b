/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-reason.h"

/* Why something cannot be taken as it was entered, beside or below its field: in words, by the colour of the
 * field, and by what a screen reader is told of it. */

/**
 * tori_reason_new:
 *
 * Returns: a label that is not seen as long as there is nothing to say
 */
GtkWidget *
tori_reason_new (void)
{
  GtkWidget *self = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                  "xalign", 0.0, "visible", FALSE, NULL);

  gtk_widget_add_css_class (self, "error");
  return self;
}

static void
mark (GtkWidget *self, GtkWidget *field, gboolean is_invalid)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (field);

  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               is_invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (is_invalid)
    {
      gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self, NULL, -1);
      gtk_widget_add_css_class (field, "error");
      return;
    }
  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_widget_remove_css_class (field, "error");
}

/**
 * tori_reason_tell:
 * @self: the label
 * @field: (nullable): what it is about; NULL when it is no single field
 * @words: (nullable): why it cannot be taken; NULL when it can
 */
void
tori_reason_tell (GtkWidget *self, GtkWidget *field, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self), words == NULL ? "" : words);
  gtk_widget_set_visible (self, words != NULL);
  if (field != NULL)
    mark (self, field, words != NULL);
}
