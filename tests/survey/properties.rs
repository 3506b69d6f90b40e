//! What must hold for every answer sheet.
