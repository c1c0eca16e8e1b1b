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

static GtkWidget *
make_bar (const char *text, va_list buttons)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (text);
  const char *words;

  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  while ((words = va_arg (buttons, const char *)) != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (words);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), va_arg (buttons, const char *));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_info_bar_add_child (GTK_INFO_BAR (bar), button);
    }
  return bar;
}

/**
 * tori_notices_show:
 * @self: the notices of a window
 * @notice: which one
 * @text: what is wrong
 * @...: pairs of the label of a button and the action that it does, then NULL
 *
 * Shows it, in place of what it said before.
 */
void
tori_notices_show (ToriNotices *self, ToriNotice notice, const char *text, ...)
{
  va_list buttons;

  g_return_if_fail (TORI_IS_NOTICES (self));
  g_return_if_fail (notice < TORI_N_NOTICES);

  tori_notices_hide (self, notice);
  va_start (buttons, text);
  self->bars[notice] = make_bar (text, buttons);
  va_end (buttons);
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
