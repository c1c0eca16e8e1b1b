/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-notices.h"

/* Bars below the header of a window, one for each thing that is wrong, with what can be done about it. Unlike
 * a toast they stay until it is so no more. */
struct _ToriNotices
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkWidget *bars[TORI_N_NOTICES];
};

G_DEFINE_FINAL_TYPE (ToriNotices, tori_notices, ADW_TYPE_BIN)

static void
tori_notices_class_init (ToriNoticesClass *klass)
{
}

static void
tori_notices_init (ToriNotices *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* Returns: (transfer full): the pairs of words and action, to compare two bars by */
static char *
join (va_list buttons)
{
  GString *joined = g_string_new (NULL);
  const char *words;

  while ((words = va_arg (buttons, const char *)) != NULL)
    g_string_append_printf (joined, "%s\n%s\n", words, va_arg (buttons, const char *));
  return g_string_free (joined, FALSE);
}

static GtkWidget *
make_bar (const char *text, const char *buttons)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (text);
  g_auto (GStrv) words = g_strsplit (buttons, "\n", -1);

  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  for (guint i = 0; i + 1 < g_strv_length (words); i += 2)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (words[i]);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), words[i + 1]);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_info_bar_add_child (GTK_INFO_BAR (bar), button);
    }
  g_object_set_data (G_OBJECT (bar), "label", label);
  g_object_set_data_full (G_OBJECT (bar), "buttons", g_strdup (buttons), g_free);
  return bar;
}

/**
 * tori_notices_show:
 * @self: the notices of a window
 * @notice: which one
 * @text: what is wrong
 * @...: pairs of the label of a button and the action that it does, then NULL
 *
 * Shows it, in place of what it said before. With the same buttons only the words change, so that somebody
 * who is about to press one still can.
 */
void
tori_notices_show (ToriNotices *self, ToriNotice notice, const char *text, ...)
{
  g_autofree char *joined = NULL;
  va_list buttons;

  g_return_if_fail (TORI_IS_NOTICES (self));
  g_return_if_fail (notice < TORI_N_NOTICES);

  va_start (buttons, text);
  joined = join (buttons);
  va_end (buttons);
  if (self->bars[notice] != NULL
      && g_strcmp0 (joined, g_object_get_data (G_OBJECT (self->bars[notice]), "buttons")) == 0)
    {
      gtk_label_set_label (g_object_get_data (G_OBJECT (self->bars[notice]), "label"), text);
      return;
    }
  tori_notices_hide (self, notice);
  self->bars[notice] = make_bar (text, joined);
  gtk_box_append (self->box, self->bars[notice]);
}

/**
 * tori_notices_hide:
 * @self: the notices of a window
 * @notice: which one is so no more
 */
void
tori_notices_hide (ToriNotices *self, ToriNotice notice)
{
  g_return_if_fail (TORI_IS_NOTICES (self));
  g_return_if_fail (notice < TORI_N_NOTICES);

  if (self->bars[notice] == NULL)
    return;
  gtk_box_remove (self->box, self->bars[notice]);
  self->bars[notice] = NULL;
}

gboolean
tori_notices_has (ToriNotices *self, ToriNotice notice)
{
  g_return_val_if_fail (TORI_IS_NOTICES (self), FALSE);
  g_return_val_if_fail (notice < TORI_N_NOTICES, FALSE);

  return self->bars[notice] != NULL;
}
