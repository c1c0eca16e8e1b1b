/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORI_TYPE_APPROVAL_ROW (tori_approval_row_get_type ())

G_DECLARE_FINAL_TYPE (ToriApprovalRow, tori_approval_row, TORI, APPROVAL_ROW, AdwExpanderRow)

void tori_approval_row_set (ToriApprovalRow *self, const char *const *titles, gboolean shown);
char **tori_approval_row_dup_titles (ToriApprovalRow *self);
gboolean tori_approval_row_get_shown (ToriApprovalRow *self);

G_END_DECLS
