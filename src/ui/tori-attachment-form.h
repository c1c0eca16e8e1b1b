/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tori-plan.h"

G_BEGIN_DECLS

#define TORI_TYPE_ATTACHMENT_FORM (tori_attachment_form_get_type ())
G_DECLARE_FINAL_TYPE (ToriAttachmentForm, tori_attachment_form, TORI, ATTACHMENT_FORM, GtkPopover)

GtkWidget *tori_attachment_form_new (void);
void tori_attachment_form_begin (ToriAttachmentForm *self, ToriPlan *plan);

G_END_DECLS
